using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Tells caches that answers about objects are not to be kept.</summary>
/// <remarks>On a cluster, the groups of OpenShift are answered by a server of their own, which forbids even to store what it sends; the
/// one in front of it, which refuses callers, and the kinds of that one allow it.</remarks>
internal static class CacheHeaders
{
    private const string NotReused = "no-cache, private";
    private const string NotStored = "no-cache, private, no-store";
    private const string Groups = "/apis/";
    private const string OpenShift = ".openshift.io/";
    private const string Configuration = "/apis/config.openshift.io/";

    /// <summary>Sets the header of an answer, whose status is known.</summary>
    public static void Set(HttpContext context) => context.Response.Headers.CacheControl = IsStored(context) ? NotReused : NotStored;

    private static bool IsStored(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        return !path.StartsWith(Groups, StringComparison.Ordinal)
            || !path.Contains(OpenShift, StringComparison.Ordinal)
            || path.StartsWith(Configuration, StringComparison.Ordinal)
            || IsRefused(context);
    }

    /// <summary>Determines whether the caller was refused before the request was looked at.</summary>
    private static bool IsRefused(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status403Forbidden || context.Features.Get<IApiUserFeature>() is null;
}
