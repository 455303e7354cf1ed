namespace ImageStreams.Triggers;

/// <summary>Looks up the image that a tag points to, for the evaluation of triggers.</summary>
/// <remarks>
/// Implementations answer from memory and do no I/O, may be called from any thread, and give the same answer to the same
/// question for as long as one evaluation runs. They throw nothing for a tag that does not exist.
/// </remarks>
public interface ITagLookup
{
    /// <summary>Finds the image that a tag points to.</summary>
    /// <param name="ns">The namespace of the stream.</param>
    /// <param name="name">The name as the trigger writes it, <c>stream:tag</c>.</param>
    /// <returns>The image; the default value when the tag does not point to one.</returns>
    TagLookupResult Find(string ns, string name);
}
