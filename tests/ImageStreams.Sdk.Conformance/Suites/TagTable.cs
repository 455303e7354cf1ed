using System.Text.Json;
using ImageStreams.Triggers;

namespace ImageStreams.Conformance.Suites;

/// <summary>The tag lookup of the cases of the trigger suites: in streams, or in a fixed table.</summary>
internal sealed class TagTable : ITagLookup
{
    private readonly Dictionary<(string Namespace, string Name), TagLookupResult> _tags;

    private TagTable(Dictionary<(string, string), TagLookupResult> tags) => _tags = tags;

    public static ITagLookup Read(JsonElement input) => input.TryGetProperty("tags", out var tags)
        ? new TagTable(tags.EnumerateArray().ToDictionary(
            tag => (tag.Text("Namespace"), tag.Text("Name")),
            tag => new TagLookupResult { PullSpec = tag.Text("Ref"), ResourceVersion = tag.GetProperty("RV").GetInt64() }))
        : new StreamTagLookup(input.List<ImageStream>("streams"), input.Text("internalRegistryHostname"));

    public TagLookupResult Find(string ns, string name) => _tags.GetValueOrDefault((ns, name));
}
