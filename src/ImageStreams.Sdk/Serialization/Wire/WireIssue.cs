namespace ImageStreams.Serialization;

/// <summary>A value that did not fit its field, noted while reading goes on.</summary>
internal readonly record struct WireIssue(WireFailure Reason, long Offset, string Expected, string Found)
{
    public string Sentence => $"Expected {Expected}, found {Found}.";
}
