using System.Text.Json;
using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>Finds out whether a cluster has OpenShift's own controllers, which import tags and follow triggers.</summary>
internal static class ClusterControllers
{
    private const string Streams = "image.openshift.io";

    // The image API can be served on any cluster. Beside one of these groups, it is OpenShift that serves it.
    private static readonly string[] OpenShift = ["build.openshift.io", "apps.openshift.io", "operator.openshift.io"];

    /// <summary>Determines whether the controllers are there, by the groups that the API server serves.</summary>
    /// <exception cref="ApiException">The server cannot be asked.</exception>
    public static async Task<bool> ExistAsync(ApiSender sender, CancellationToken cancellationToken)
    {
        var reply = await sender.SendAsync(new ApiCall(HttpMethod.Get, "apis"), cancellationToken).ConfigureAwait(false);
        var groups = ReadGroups(reply.Body);
        return groups.Contains(Streams) && OpenShift.Any(groups.Contains);
    }

    private static HashSet<string> ReadGroups(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return [.. document.RootElement.GetProperty("groups").EnumerateArray().Select(static group => group.GetProperty("name").GetString()!)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw ReplyErrors.Unreadable("The list of API groups", e);
        }
    }
}
