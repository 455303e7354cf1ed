using System.Runtime.CompilerServices;
using ImageStreams.Collections;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>
/// Tags numbered from 0, ten to a stream and a hundred streams to a namespace. Texts that repeat are shared, as a reader
/// of JSON shares them.
/// </summary>
internal static class TagGrid
{
    private const int TagsPerStream = 10;
    private const int StreamsPerNamespace = 100;

    private static readonly string[] TagNames = [.. Enumerable.Range(0, TagsPerStream).Select(t => Invariant($"t{t}"))];
    private static readonly DateTimeOffset Created = new(2023, 11, 14, 22, 13, 20, TimeSpan.Zero);

    /// <summary>A number of tags in their streams, each following a given one.</summary>
    public static ImageStream[] Generate(int tags, Func<int, ObjectReference> from)
    {
        var spaces = Enumerable.Range(0, (GetStream(tags) / StreamsPerNamespace) + 1).Select(Namespace).ToArray();
        return
        [
            .. Enumerable.Range(0, (tags + TagsPerStream - 1) / TagsPerStream)
                .Select(s => Stream(s, spaces[s / StreamsPerNamespace], tags - (s * TagsPerStream), from)),
        ];
    }

    /// <summary>The stream that a tag is in.</summary>
    public static int GetStream(int tag) => tag / TagsPerStream;

    /// <summary>The position of a tag in its stream.</summary>
    public static int GetPosition(int tag) => tag % TagsPerStream;

    /// <summary>The first stream of the namespace that a stream is in.</summary>
    public static int FirstOfNamespace(int stream) => stream / StreamsPerNamespace * StreamsPerNamespace;

    /// <summary>A tag of the same stream.</summary>
    public static ObjectReference Bare(int position) => ObjectReference.ImageStreamTag(TagNames[position]);

    /// <summary>A tag of another stream of the same namespace.</summary>
    public static ObjectReference Neighbor(int stream, int position) => ObjectReference.ImageStreamTag(Name(stream, position));

    /// <summary>A tag of any stream.</summary>
    public static ObjectReference Anywhere(int stream, int position) =>
        ObjectReference.ImageStreamTag(Namespace(stream / StreamsPerNamespace), Name(stream, position));

    /// <summary>An image of a team's registry.</summary>
    public static ObjectReference Image(ulong team, int tag) => ObjectReference.DockerImage(
        Invariant($"registry.example.com/team{team}/app{GetStream(tag)}:v{GetPosition(tag)}"));

    private static ImageStream Stream(int s, string ns, int tagsLeft, Func<int, ObjectReference> from)
    {
        var specTags = new TagReference[Math.Min(TagsPerStream, tagsLeft)];
        for (var t = 0; t < specTags.Length; t++)
        {
            specTags[t] = new TagReference { Name = TagNames[t], From = from((s * TagsPerStream) + t), Generation = 1 };
        }

        return new ImageStream
        {
            Kind = ImageStream.KindName,
            ApiVersion = ImageStream.GroupVersion,
            Metadata = new() { Namespace = ns, Name = Invariant($"app{s}"), ResourceVersion = "1" },
            Spec = new() { Tags = KeyedList.Create<TagReference>(specTags) },
            Status = new()
            {
                Tags = specTags.Index()
                    .Where(specTag => specTag.Item.From!.Kind == ReferenceKinds.DockerImage)
                    .Select(specTag => History(TagNames[specTag.Index], (s * TagsPerStream) + specTag.Index))
                    .ToKeyedList(),
            },
        };
    }

    private static NamedTagEventList History(string tag, int image) => new()
    {
        Tag = tag,
        Items = [new TagEvent { Created = Created, Image = StreamInputs.Digest(image), Generation = 1 }],
    };

    private static string Name(int stream, int position) => Invariant($"app{stream}:t{position}");

    private static string Namespace(int number) => Invariant($"ns{number}");

    private static string Invariant(DefaultInterpolatedStringHandler text) => text.ToStringAndClear();
}
