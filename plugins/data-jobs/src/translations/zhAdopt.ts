/** Chinese texts of taking jobs on, and of handing them over. */
export const adoptMessages = {
  adopt: {
    title: '未声明',
    hint: '这些作业正在引擎上运行，但没有对应的数据作业。接管后即可在此查看、停止和保存，运行不会中断。',
    takeOn: '接管',
    takeOnNamed: '接管 {{name}}',
    consequence:
      '作业会继续运行。在有人写出定义之前，它运行的内容未知，因此也无法部署。',
    as: '接管为',
    asDeclared: '{{entityRef}} 在 {{environment}} 的运行',
    asNew: '新的数据作业',
    name: '名称',
    owner: '所有者',
    ownerHint: '组或用户，例如 group:default/shop',
    failed: '未能接管作业。',
    done: '已接管 {{name}}。',
    column: {
      name: '名称与标识',
      engine: '引擎',
      state: '状态',
      since: '自',
      adopt: '接管',
    },
  },
  handOver: {
    title: '将作业移交给 Git',
    commit: '提交上面的 YAML。',
    register: '在目录中注册其地址。',
    allow:
      '允许 Git 接管作业。运行不会中断；目录读取文件之前，作业仍归门户所有。',
    do: '允许 Git 接管',
    keep: '保留在门户中',
    waiting: '自 {{when}} 起允许 Git 接管此作业。',
    failed: '未能移交作业。',
    download: '下载',
  },
};
