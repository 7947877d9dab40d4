// The portal that is measured.
const { jobsBackend } = require('../../bootstrap/jobsBackend.cjs');

jobsBackend(['@backstage/plugin-app-backend']).start();
