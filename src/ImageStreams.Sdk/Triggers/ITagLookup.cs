namespace ImageStreams.Triggers;

/// <summary>Where trigger evaluation asks what a tag points to.</summary>
/// <remarks>
/// Implementations answer from memory and do no I/O; the same question gets the same answer for as long as one
/// evaluation runs. Called from any thread. Throws nothing for a tag that does not exist.
/// </remarks>
public interface ITagLookup
{
    /// <summary>What a tag of a stream points to now.</summary>
    /// <param name="ns">The namespace of the stream.</param>
    /// <param name="name">The name as the trigger gives it, <c>stream:tag</c>.</param>
    TagLookupResult Find(string ns, string name);
}
