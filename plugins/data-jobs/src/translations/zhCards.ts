/** Chinese texts of cards on other pages, of alerts, and of search results. */
export const cardMessages = {
  cards: {
    all_one: '在作业列表中查看',
    all_other: '在作业列表中查看全部 {{count}} 个',
    system: {
      title: '数据作业',
      empty: '这里还没有数据作业。',
    },
    attention: {
      title: '需要关注的数据作业',
      mine: '我的需要关注的数据作业',
      empty: '所有数据作业均正常。',
    },
    dataset: {
      title: '此数据集的作业',
      writes: '写入此处的作业',
      reads: '读取此处的作业',
      noWriter: '没有作业声明写入此数据集。',
      noReader: '没有作业声明读取此数据集。',
      loadFailed: '无法加载作业状态。',
      stateless: '状态未知',
    },
  },
  alerts: {
    title: '负责人收到的通知',
    loadFailed: '无法加载告警。',
    empty: '一切正常，没有发送过通知。',
    holds: '当前告警',
    notices: '发给 {{owner}} 的通知',
    state: {
      pending: '尚未通知',
      open: '已通知',
      recovering: '似乎已恢复',
      closed: '已结束',
    },
    since: '自 {{when}} 起',
    notice: {
      due: '正在发送',
      held: '免打扰时段内暂缓，至 {{when}}',
      sent: '{{when}}发送',
      summed: '已在汇总中发送',
      dropped: '未发送：{{problem}}',
    },
  },
  search: {
    tables: '表：{{tables}}',
    connectors: '连接器：{{connectors}}',
    engine: '引擎：{{engine}}',
  },
};
