namespace ImageStreams.Triggers;

/// <summary>Looks up the image that a tag points to, for the evaluation of triggers.</summary>
/// <remarks>
/// Implementations read from memory and do no I/O, can be called from any thread, and return the same result for the
/// same tag during one evaluation. They do not throw for a tag that does not exist.
/// </remarks>
public interface ITagLookup
{
    /// <summary>Finds the image that a tag points to.</summary>
    /// <param name="ns">The namespace of the stream.</param>
    /// <param name="name">The name as the trigger writes it, <c>stream:tag</c>.</param>
    /// <returns>The image; the default value when the tag does not point to one.</returns>
    TagLookupResult Find(string ns, string name);
}
