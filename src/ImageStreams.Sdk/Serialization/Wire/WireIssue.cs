namespace ImageStreams.Serialization;

/// <summary>A value that does not fit its field.</summary>
internal readonly record struct WireIssue(WireFailure Reason, long Offset, string Expected, string Found);
