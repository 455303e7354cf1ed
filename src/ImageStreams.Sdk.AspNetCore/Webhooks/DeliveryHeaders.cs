using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The headers that number deliveries.</summary>
internal static class DeliveryHeaders
{
    private const int MaxId = 128;

    private static readonly string[] Names = ["X-GitHub-Delivery", "X-Nexus-Webhook-Delivery", "X-Amz-Sns-Message-Id", "Ce-Id"];

    /// <summary>Finds the number of a delivery with the name of its header; null when it has none, or one that is too long.</summary>
    public static string? FindId(IHeaderDictionary headers)
    {
        foreach (var name in Names)
        {
            if (headers[name] is [{ Length: > 0 and <= MaxId } id])
            {
                return $"{name} {id}";
            }
        }

        return null;
    }
}
