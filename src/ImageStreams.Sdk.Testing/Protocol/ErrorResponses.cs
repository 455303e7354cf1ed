using System.Net;

namespace ImageStreams.Testing.Protocol;

/// <summary>Creates the error responses of the distribution API ("Error Codes").</summary>
internal static class ErrorResponses
{
    public static WireResponse NameUnknown =>
        WireResponse.Error(HttpStatusCode.NotFound, "NAME_UNKNOWN", "repository name not known to registry");

    public static WireResponse ManifestUnknown =>
        WireResponse.Error(HttpStatusCode.NotFound, "MANIFEST_UNKNOWN", "manifest unknown");

    public static WireResponse ManifestBlobUnknown =>
        WireResponse.Error(HttpStatusCode.BadRequest, "MANIFEST_BLOB_UNKNOWN", "blob unknown to registry");

    public static WireResponse BlobUnknown =>
        WireResponse.Error(HttpStatusCode.NotFound, "BLOB_UNKNOWN", "blob unknown to registry");

    public static WireResponse UploadUnknown =>
        WireResponse.Error(HttpStatusCode.NotFound, "BLOB_UPLOAD_UNKNOWN", "upload unknown to registry");

    public static WireResponse RangeInvalid =>
        WireResponse.Error(HttpStatusCode.RequestedRangeNotSatisfiable, "BLOB_UPLOAD_INVALID", "chunk out of order");

    public static WireResponse DigestInvalid =>
        WireResponse.Error(
            HttpStatusCode.BadRequest, "DIGEST_INVALID", "provided digest did not match uploaded content");

    public static WireResponse MethodNotAllowed =>
        WireResponse.Error(HttpStatusCode.MethodNotAllowed, "UNSUPPORTED", "the operation is unsupported");

    public static WireResponse NotFound =>
        WireResponse.Error(HttpStatusCode.NotFound, "UNSUPPORTED", "no such endpoint");
}
