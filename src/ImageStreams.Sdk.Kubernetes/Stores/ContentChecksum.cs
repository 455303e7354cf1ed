using System.Security.Cryptography;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>The checksum of what users may change in a custom resource.</summary>
internal static class ContentChecksum
{
    /// <summary>Computes the checksum; the same for equal content, whatever else its server has set.</summary>
    public static string Compute<T>(T shown)
        where T : ApiObject, IWireObject<T>
    {
        var content = shown with
        {
            Metadata = new ObjectMeta
            {
                Labels = shown.Metadata.Labels,
                Annotations = shown.Metadata.Annotations,
                OwnerReferences = shown.Metadata.OwnerReferences,
                Finalizers = shown.Metadata.Finalizers,
            },
        };
        var json = ImageStreamJson.SerializeToUtf8Bytes(content);
        return Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.TryWrite(json, null) ?? json));
    }
}
