using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Keeps what a cluster knows of a stream when a file replaces what is wanted of it.</summary>
internal static class StreamOverlay
{
    /// <summary>Gives the streams of files the status of those in the cluster, save for tags that the file lets follow something
    /// else.</summary>
    public static ValueList<ImageStream> KeepStatus(ValueList<ImageStream> files, ValueList<ImageStream> cluster)
    {
        var names = files.Select(static file => (file.Namespace, file.Name)).ToHashSet();
        var replaced = cluster.Where(one => names.Contains((one.Namespace, one.Name))).ToDictionary(static one => (one.Namespace, one.Name));
        return [.. files.Select(file => replaced.TryGetValue((file.Namespace, file.Name), out var current) ? KeepStatus(file, current) : file)];
    }

    private static ImageStream KeepStatus(ImageStream file, ImageStream current)
    {
        if (!file.Status.Tags.IsEmpty)
        {
            return file;
        }

        var status = current.Status with { Tags = [.. current.Status.Tags.Where(tag => HaveSameSource(tag.Tag, file, current))] };
        return file with { Status = status };
    }

    private static bool HaveSameSource(string tag, ImageStream file, ImageStream current) =>
        FindSource(tag, file) is not { } next || next == FindSource(tag, current);

    private static (string Kind, string Namespace, string Name)? FindSource(string tag, ImageStream stream) =>
        stream.Spec.Tags.FirstOrDefault(one => one.Name == tag)?.From is { } from
            ? (from.Kind ?? "", from.Namespace ?? stream.Namespace, from.Name ?? "")
            : null;
}
