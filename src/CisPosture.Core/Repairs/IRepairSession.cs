using CisPosture.Collection;

namespace CisPosture.Repairs;

/// <summary>An open account in which settings can be changed.</summary>
internal interface IRepairSession : IAccountSession
{
    /// <summary>Starts a run.</summary>
    /// <param name="journal">Where each call is written down before it is made.</param>
    /// <param name="conversation">Who is told and asked.</param>
    IRepairExecution Start(RepairJournal journal, IRepairConversation conversation);
}
