using ImageStreams.Internal;

namespace ImageStreams.Resolution;

/// <summary>Finds the tags whose names are closest to one that does not exist.</summary>
internal static class SimilarTags
{
    public static List<string> Find(TagPathScope scope, TagHop missing) =>
        [.. NearestNames.Rank(scope.ListTags().Select(tag => Measure(missing, tag.Stream, tag.Tag)))];

    /// <summary>Measures a tag; those of the same stream, and those that are only in another namespace, are close.</summary>
    private static (string Name, int? Distance) Measure(TagHop missing, ImageStream stream, string tag)
    {
        var name = stream.Namespace.Length == 0 ? $"{stream.Name}:{tag}" : $"{stream.Namespace}/{stream.Name}:{tag}";
        var distance = NearestNames.Measure(missing.Name, name);
        if (stream.Name == missing.Stream && tag == missing.Tag)
        {
            return (name, Math.Min(1, distance ?? 1));
        }

        var isSameStream = stream.Name == missing.Stream && stream.Namespace == missing.Namespace;
        return (name, isSameStream ? distance ?? missing.Name.Length : distance);
    }
}
