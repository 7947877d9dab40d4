/** Chinese texts of schedules and of the strip of runs. */
export const scheduleMessages = {
  schedule: {
    title: '计划',
    none: '此作业没有计划：有人部署时才运行。',
    loadFailed: '无法加载计划。',
    edit: '更改计划',
    remove: '移除计划',
    cron: 'Cron 表达式',
    cronHint: '分、时、日、月、星期：0 2 * * *',
    timezone: '时区',
    timezoneHint: 'IANA 名称，例如 Asia/Shanghai',
    next: '接下来的时间',
    here: '（您所在地：{{time}}）',
    overlap: '上一次运行尚未结束时',
    missed: '门户停机期间错过的',
    catchUp: '对最近一次错过的时间补跑一次',
    noCatchUp: '不补跑',
    policy: {
      Forbid: '跳过新的运行（Forbid）',
      Queue: '等它结束后再启动新的运行（Queue）',
      Replace: '取消它并启动新的运行（Replace）',
    },
    hold: {
      suspended: '不会启动：作业的 spec.state 为 suspended。',
      stopped: '不会启动：有人停止了此作业。部署后继续按计划运行。',
      'never-deployed':
        '尚不会启动：作业来自 Git，且还没有人在此部署过。请先部署一次。',
      missing: '不会启动：目录中已没有此实体。',
    },
  },
  strip: {
    title: '最近的运行',
    label: '最近的运行，从旧到新',
    asTable: '以表格显示',
    column: {
      at: '时间',
      outcome: '结果',
      lasted: '历时',
      detail: '原因',
    },
    outcome: {
      ok: '已完成',
      failed: '失败',
      canceled: '已取消',
      going: '进行中',
      unknown: '未知',
      queued: '等待上一次运行结束',
      skipped: '已跳过',
      missed: '错过，门户当时停机',
    },
  },
};
