using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Storage;

/// <summary>Objects to store.</summary>
internal static class StoreObjects
{
    public static ImageStream Stream(string ns, string name, string note = "") => new()
    {
        Metadata = new ObjectMeta { Namespace = ns, Name = name, Labels = Note(note) },
    };

    public static ClusterObject Other(string ns, string name, string note = "") => new()
    {
        Metadata = new ObjectMeta { Namespace = ns, Name = name, Labels = Note(note) },
    };

    public static Image Image(string name, string note = "") => new()
    {
        Metadata = new ObjectMeta { Name = name, Labels = Note(note) },
    };

    /// <summary>The same object with another note, as its next version.</summary>
    public static ImageStream Noted(this ImageStream stream, string note) =>
        stream with { Metadata = stream.Metadata with { Labels = Note(note) } };

    public static Image Noted(this Image image, string note) =>
        image with { Metadata = image.Metadata with { Labels = Note(note) } };

    public static ClusterObject Noted(this ClusterObject value, string note) =>
        value with { Metadata = value.Metadata with { Labels = Note(note) } };

    public static T Versioned<T>(this T value, string? version)
        where T : ApiObject =>
        value with { Metadata = value.Metadata with { ResourceVersion = version } };

    public static ImageStream WithUid(this ImageStream stream, string uid) =>
        stream with { Metadata = stream.Metadata with { Uid = uid } };

    /// <summary>The version as the number that it is.</summary>
    public static long Version(this ApiObject value) => Number(value.Metadata.ResourceVersion!);

    public static long Number(string version) =>
        long.Parse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    public static string Text(long version) => version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The object of an event; null for a bookmark.</summary>
    public static T? Subject<T>(this WatchEvent<T> reported)
        where T : ApiObject => reported switch
        {
            WatchEvent<T>.Added added => added.Object,
            WatchEvent<T>.Modified modified => modified.Object,
            WatchEvent<T>.Deleted deleted => deleted.Object,
            _ => null,
        };

    private static ValueMap<string> Note(string note) => note.Length == 0 ? default : default(ValueMap<string>).Set("note", note);
}
