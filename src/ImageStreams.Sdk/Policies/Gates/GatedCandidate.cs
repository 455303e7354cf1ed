namespace ImageStreams.Policies;

/// <summary>A tag that a policy prefers, with the decision of the gates.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Decision">The decision.</param>
public sealed record GatedCandidate(CandidateTag Tag, GateDecision Decision);
