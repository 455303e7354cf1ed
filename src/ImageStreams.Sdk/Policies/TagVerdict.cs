namespace ImageStreams.Policies;

/// <summary>A tag that was not chosen.</summary>
/// <param name="Tag">The tag's name.</param>
/// <param name="Reason">The first reason that counts.</param>
public readonly record struct TagVerdict(string Tag, TagRejection Reason)
{
    /// <summary>Returns name and reason.</summary>
    public override string ToString() => $"{Tag}: {Reason}";
}
