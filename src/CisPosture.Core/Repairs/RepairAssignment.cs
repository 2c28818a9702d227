namespace CisPosture.Repairs;

/// <summary>What one repair is to mend.</summary>
/// <param name="Command">The repair's cmdlet.</param>
/// <param name="Options">What the user says of it.</param>
/// <param name="Subjects">The findings; every one failed, of a control that the repair mends.</param>
internal sealed record RepairAssignment(string Command, RepairOptions Options, IReadOnlyList<RepairSubject> Subjects);
