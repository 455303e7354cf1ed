using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Describes names that a graph does not have.</summary>
internal sealed class UnknownNames(GraphRows rows)
{
    private readonly GraphView _view = new(rows);

    public UnknownName Describe(ImageStreamTagName tag) => new(
        tag.ToString(),
        GetReason(tag),
        () => NearestNames.Rank(GetTags().Select(known => (known.ToString(), Measure(tag, known)))));

    public UnknownName Describe(string image) => new(
        image,
        "no tag imports it and no build pushes it",
        () => NearestNames.Find(image, GetImages().Distinct()));

    public static UnknownName DescribeDigest(string digest) =>
        new(digest, "no tag has this image, and no workload or tag names it", static () => []);

    private string GetReason(ImageStreamTagName tag) =>
        rows.TryFindStream(tag.Namespace, tag.Stream, out var row) && rows.GetStream(row).Stream is not null
            ? $"the stream {GetName(tag)} has no tag {PrintableText.Escape(tag.Tag, PrintableText.MaxName)}"
            : $"there is no stream {GetName(tag)}";

    /// <summary>Gets the name of a stream, told apart from one whose namespace is part of the stream's name.</summary>
    private static string GetName(ImageStreamTagName tag) => tag.Namespace.Length == 0
        ? $"{PrintableText.Escape(tag.Stream, PrintableText.MaxName)} without a namespace"
        : PrintableText.Escape(tag.StreamName.ToString(), PrintableText.MaxName);

    /// <summary>Measures a tag; those of the same stream, and those that are only in another namespace, are close.</summary>
    private static int? Measure(ImageStreamTagName tag, ImageStreamTagName known)
    {
        var distance = NearestNames.Measure(tag.ToString(), known.ToString());
        if (tag.LocalName == known.LocalName)
        {
            return Math.Min(1, distance ?? 1);
        }

        return tag.StreamName == known.StreamName ? distance ?? tag.ToString().Length : distance;
    }

    private IEnumerable<ImageStreamTagName> GetTags() => Enumerable.Range(0, rows.NodeCount)
        .Where(node => rows.GetNode(node).Kind == NodeKind.Tag && _view.Exists(node))
        .Select(_view.GetTagName);

    private IEnumerable<string> GetImages() =>
        Enumerable.Range(0, rows.NodeCount).Select(_view.FindExternalImage).OfType<string>();
}
