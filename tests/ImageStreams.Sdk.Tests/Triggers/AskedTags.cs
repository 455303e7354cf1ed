using ImageStreams.Triggers;

namespace ImageStreams.Tests.Triggers;

/// <summary>A lookup in which every tag has the same image, and that remembers what it was asked for.</summary>
internal sealed class AskedTags(string? pullSpec) : ITagLookup
{
    /// <summary>The namespaces and names that were looked up.</summary>
    public List<(string Namespace, string Name)> Asked { get; } = [];

    public TagLookupResult Find(string ns, string name)
    {
        Asked.Add((ns, name));
        return new TagLookupResult { PullSpec = pullSpec };
    }
}
