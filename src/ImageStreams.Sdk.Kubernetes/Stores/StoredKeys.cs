using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Orders objects as lists do: by the UTF-8 bytes of their namespace, and then of their name.</summary>
internal static class StoredKeys
{
    public static int Compare(ObjectKey x, ObjectKey y)
    {
        var byNamespace = Utf8Names.Compare(x.Namespace, y.Namespace);
        return byNamespace != 0 ? byNamespace : Utf8Names.Compare(x.Name, y.Name);
    }

    public static int Compare<T>(T x, T y)
        where T : ApiObject => Compare(new ObjectKey(x.Namespace, x.Name), new ObjectKey(y.Namespace, y.Name));
}
