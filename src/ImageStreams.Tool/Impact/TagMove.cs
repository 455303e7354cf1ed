using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>A move of a tag to another image, as a question.</summary>
internal sealed record TagMove
{
    /// <summary>The tag that moves.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>The image or tag that it would follow.</summary>
    public required ObjectReference To { get; init; }

    /// <summary>Parses <c>TAG=IMAGE</c>; the image is a tag when a stream of the manifests has it.</summary>
    public static TagMove Parse(string text, LoadedInput input)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var tag = input.ParseTag(text[..equals]);
        var image = text[(equals + 1)..];
        if (FindTag(image, tag, input) is { } source)
        {
            return new TagMove { Tag = tag, To = source };
        }

        return ImageReference.TryParse(image, out _)
            ? new TagMove { Tag = tag, To = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = image } }
            : throw ToolException.Usage($"'{image}' is neither an image nor a tag of the streams.");
    }

    /// <summary>Applies moves to streams; a stream that does not exist is added.</summary>
    public static ValueList<ImageStream> Apply(IReadOnlyList<TagMove> moves, ValueList<ImageStream> streams)
    {
        var result = streams.ToList();
        foreach (var move in moves)
        {
            var at = result.FindIndex(stream => stream.Namespace == move.Tag.Namespace && stream.Name == move.Tag.Stream);
            if (at < 0)
            {
                at = result.Count;
                result.Add(new ImageStream { Metadata = new ObjectMeta { Namespace = move.Tag.Namespace, Name = move.Tag.Stream } });
            }

            result[at] = move.ApplyTo(result[at]);
        }

        return result.ToValueList();
    }

    private static ObjectReference? FindTag(string image, ImageStreamTagName moved, LoadedInput input)
    {
        if (!ImageStreamTagName.TryParse(image, out var name))
        {
            return null;
        }

        var ns = name.Namespace.Length > 0 ? name.Namespace : moved.Namespace;
        var stream = input.Manifests.Streams.FirstOrDefault(one => one.Namespace == ns && one.Name == name.Stream);
        return stream is null
            ? null
            : new ObjectReference { Kind = ReferenceKinds.ImageStreamTag, Namespace = ns, Name = $"{name.Stream}:{name.Tag}" };
    }

    private ImageStream ApplyTo(ImageStream stream)
    {
        var tags = stream.Spec.Tags.Find(Tag.Tag) is null
            ? stream.Spec.Tags.Append(new TagReference { Name = Tag.Tag, From = To })
            : stream.Spec.Tags.Select(tag => tag.Name == Tag.Tag ? tag with { From = To } : tag);
        return stream with { Spec = stream.Spec with { Tags = [.. tags] } };
    }
}
