using System.Security.Cryptography;
using ImageStreams.Importing;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The keys by which a delivery is known: the number that a header gives it, and its content when that says the time of
/// each move.</summary>
internal static class DeliveryKeys
{
    private const int MaxId = 128;

    private static readonly string[] Headers = ["X-GitHub-Delivery", "X-Nexus-Webhook-Delivery", "X-Amz-Sns-Message-Id", "Ce-Id"];

    /// <summary>Collects the keys; none for a delivery that looks like others.</summary>
    public static List<string> Collect(IHeaderDictionary headers, byte[] body, RegistryNotification notification)
    {
        List<string> keys = [];
        if (FindId(headers) is { } id)
        {
            keys.Add($"id {id}");
        }

        if (notification.Moves.All(static move => move.Time != default))
        {
            keys.Add($"hash {Convert.ToHexStringLower(SHA256.HashData(body))}");
        }

        return keys;
    }

    /// <summary>Finds the number of a delivery with the name of its header; null when it has none, or one that is too long.</summary>
    private static string? FindId(IHeaderDictionary headers)
    {
        foreach (var name in Headers)
        {
            if (headers[name] is [{ Length: > 0 and <= MaxId } id])
            {
                return $"{name} {id}";
            }
        }

        return null;
    }
}
