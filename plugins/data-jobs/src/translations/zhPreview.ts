/** 操作预览的中文文本。 */
export const previewMessages = {
  preview: {
    label: '将会发生什么',
    loading: '正在推算将会发生什么……',
    failed: '无法推算将会发生什么。',
    refused: '按现状无法执行',
    steps: '步骤',
    from: '下次启动',
    fromSnapshot: '从{{snapshot}}开始',
    fromNewSavepoint: '从途中生成的保存点开始',
    fromNothing: '不带之前的状态',
    location: '保存于 {{location}}',
    loss: '会丢失什么',
    took: '上次用时',
    tookAbout_one: '大约用了 {{time}}。',
    tookAbout_other: '大约用了 {{time}}（{{count}} 次的中位数）。',
    tookNever: '此处尚未执行过。',
    warnings: '请注意',
    unchanged: '确认之前不会有任何改动。',
    verdict: {
      compatible: '状态与新定义相符',
      risky: '状态可能与新定义不符',
      'needs-clean-start': '状态与新定义不符',
    },
    basis: {
      plan: '依据引擎为两者生成的计划，比较版本 {{from}} 与版本 {{to}}。',
      definition: '依据定义，比较版本 {{from}} 与版本 {{to}}。',
    },
    choice: {
      label: '状态如何处理？',
      needed: '请选择一项；它会与结论一起记入历史。',
      restore: '仍然沿用',
      drop: '沿用能找到算子的部分，丢弃其余部分',
      clean: '全新启动，不带任何状态',
    },
    next: {
      watch: '任何人都可以在作业的历史中查看进度，关闭此页面也会继续。',
      running: '下一步：查看是否有记录流入，健康状况是否良好。',
      suspended: '下一步：恢复运行会从该保存点继续。',
      stopped: '下一步：部署会再次启动。',
      removed: '作业已从门户中移除。',
      savepoint: '下一步：可以从该保存点还原。',
      failed:
        '下一步：修正错误所指出的问题，然后重新发起。此前已完成的部分不会撤销。',
    },
  },
};
