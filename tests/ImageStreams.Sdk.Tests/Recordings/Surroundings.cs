using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Recordings;

/// <summary>The contents of the recorded cluster before a scenario began, as far as its answers show them.</summary>
/// <remarks>
/// One cluster served every scenario, one after the other, and images are shared by all of them. What a scenario shows
/// with a version older than its own first one was there before; so was an image that an import shows without a version,
/// which the server gives to what it adds; and so was what a scenario shows of namespaces that are not its own: such
/// streams are those that lists of all namespaces show, or are put together from the tags that such lists show.
/// </remarks>
internal sealed class Surroundings
{
    private readonly List<JsonObject> _objects;
    private readonly long _firstVersion;
    private readonly HashSet<string> _namespaces;

    public Surroundings(IReadOnlyList<Exchange> exchanges)
    {
        _objects = [.. RecordedObjects.In(exchanges)];
        _namespaces = [.. exchanges.Select(exchange => exchange.Request.Namespace).OfType<string>()];
        _firstVersion = FindFirstVersion(RecordedObjects.In(exchanges.Where(exchange => exchange.Request.Method != "GET"))) ?? FindFirstVersion(_objects) ?? long.MaxValue;
    }

    /// <summary>Puts everything into a store, oldest first.</summary>
    public async Task AddToAsync(IImageStreamStore store, Identities identities)
    {
        foreach (var image in Images)
        {
            var added = await store.Images.CreateAsync(Read<Image>(image) with { Kind = null, ApiVersion = null });
            if ((string?)image["metadata"]![Identities.Version] is { } version)
            {
                identities.AreSame(version, added.Metadata.ResourceVersion!);
            }
        }

        foreach (var stream in Streams)
        {
            var added = await store.Streams.CreateAsync(stream);
            identities.AreSame(stream.Metadata.ResourceVersion!, added.Metadata.ResourceVersion!);
        }
    }

    private IEnumerable<JsonObject> Images => _objects.Images()
        .Where(image => RecordedObjects.GetVersion(image) > 0
            || image["dockerImageLayers"] is JsonArray { Count: > 0 } || image["dockerImageManifests"] is not null)
        .GroupBy(RecordedObjects.GetName)
        .Select(versions => versions.OrderBy(GetAge).ThenBy(IsOfOwnNamespace).First())
        .Where(image => RecordedObjects.GetVersion(image) < _firstVersion)
        .OrderBy(RecordedObjects.GetVersion);

    private IEnumerable<ImageStream> Streams => WholeStreams
        .Concat(TaggedStreams.ExceptBy(WholeStreams.Select(ObjectKey.FromObject), ObjectKey.FromObject))
        .OrderBy(stream => long.Parse(stream.Metadata.ResourceVersion!, CultureInfo.InvariantCulture));

    private IEnumerable<ImageStream> WholeStreams => _objects
        .Where(IsStream)
        .Where(one => !IsOwn(one) || RecordedObjects.GetVersion(one) < _firstVersion)
        .GroupBy(one => (RecordedObjects.GetNamespace(one), RecordedObjects.GetName(one)))
        .Select(versions => Read<ImageStream>(Settle(versions.MinBy(RecordedObjects.GetVersion)!)) with { Kind = null, ApiVersion = null });

    private IEnumerable<ImageStream> TaggedStreams => _objects
        .Where(one => RecordedObjects.GetNamespace(one).Length > 0 && !IsOwn(one))
        .Where(one => RecordedObjects.GetName(one).Contains(':', StringComparison.Ordinal))
        .GroupBy(one => (RecordedObjects.GetNamespace(one), RecordedObjects.GetName(one).Split(':')[0]))
        .Select(tags => tags.Aggregate(Empty(tags.Key.Item1, tags.Key.Item2), WithTag));

    /// <summary>The lowest version of an object of an own namespace: that of the first write, where there was one.</summary>
    private long? FindFirstVersion(IEnumerable<JsonObject> objects) => objects
        .Where(one => IsOwn(one) && RecordedObjects.GetVersion(one) > 0)
        .Min(one => (long?)RecordedObjects.GetVersion(one));

    private bool IsOwn(JsonObject one) => _namespaces.Contains(RecordedObjects.GetNamespace(one));

    /// <summary>The stream as answers with it are compared; those of lists have no kind.</summary>
    private static JsonNode Settle(JsonObject stream)
    {
        var whole = stream.DeepClone();
        whole["kind"] = ImageStream.KindName;
        return SettledTags.Settle(whole)!;
    }

    private static bool IsStream(JsonObject one) => one["spec"] is JsonObject spec && spec["lookupPolicy"] is not null
        && RecordedObjects.GetVersion(one) > 0 && RecordedObjects.GetName(one) is { Length: > 0 } name && !name.Contains(':', StringComparison.Ordinal);

    /// <summary>A tag shows an image with the pull spec of its stream, and not with that which the image itself has.</summary>
    private bool IsOfOwnNamespace(JsonObject image) =>
        _namespaces.Any(ns => ((string?)image["dockerImageReference"])?.Contains($"/{ns}/", StringComparison.Ordinal) == true);

    /// <summary>The version, where there is one.</summary>
    private static long GetAge(JsonObject image) =>
        RecordedObjects.GetVersion(image) is > 0 and var version ? version : long.MaxValue;

    private static ImageStream Empty(string ns, string name) =>
        new() { Metadata = new ObjectMeta { Namespace = ns, Name = name } };

    private static ImageStream WithTag(ImageStream stream, JsonObject tag)
    {
        var name = RecordedObjects.GetName(tag).Split(':')[1];
        var metadata = Read<ObjectMeta>(tag["metadata"]!) with { Name = stream.Metadata.Name };
        var specTag = (tag["tag"] ?? tag["spec"]) is { } given ? Read<TagReference>(given) : null;
        return stream with
        {
            Metadata = metadata,
            Spec = specTag is null ? stream.Spec : stream.Spec with { Tags = stream.Spec.Tags.Set(specTag) },
            Status = stream.Status with { Tags = stream.Status.Tags.Set(CreateHistory(name, tag)) },
        };
    }

    /// <summary>An image tag shows its history, an image stream tag only its latest event.</summary>
    private static NamedTagEventList CreateHistory(string name, JsonObject tag) => tag["status"] is { } status
        ? Read<NamedTagEventList>(status)
        : new NamedTagEventList { Tag = name, Items = [GetLatest(tag)] };

    private static TagEvent GetLatest(JsonObject tag) => Read<TagEvent>(new JsonObject
    {
        ["created"] = tag["metadata"]!["creationTimestamp"]?.DeepClone(),
        ["dockerImageReference"] = tag["image"]!["dockerImageReference"]?.DeepClone(),
        ["image"] = tag["image"]!["metadata"]!["name"]?.DeepClone(),
        ["generation"] = tag["generation"]?.DeepClone(),
    });

    private static T Read<T>(JsonNode json)
        where T : class, IWireObject<T> => ImageStreamJson.Deserialize<T>(json.ToJsonString());
}
