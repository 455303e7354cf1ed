using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ImageStreams.AspNetCore;

/// <summary>Reads which form of discovery a client wants.</summary>
internal static class DiscoveryFormats
{
    private const string Json = "application/json";
    private const string ListKind = "APIGroupDiscoveryList";
    private const string Group = "apidiscovery.k8s.io";

    /// <summary>Finds the first form in an <c>Accept</c> header that can be answered; the old lists when there is none, which is no
    /// error: clients of every age ask here first.</summary>
    public static DiscoveryFormat Find(StringValues accept)
    {
        return MediaTypeHeaderValue.TryParseList(accept, out var types)
            ? types.Select(Find).FirstOrDefault(static format => format is not null) ?? DiscoveryFormat.Plain
            : DiscoveryFormat.Plain;
    }

    /// <summary>Gets the media type of an aggregated form.</summary>
    public static string GetContentType(DiscoveryFormat format) => format == DiscoveryFormat.Plain
        ? Json
        : $"{Json};g={Group};v={GetVersion(format)};as={ListKind}";

    /// <summary>Gets the version of an aggregated form.</summary>
    public static string GetVersion(DiscoveryFormat format) => format == DiscoveryFormat.Aggregated ? "v2" : "v2beta1";

    private static DiscoveryFormat? Find(MediaTypeHeaderValue type)
    {
        var target = GetParameter(type, "as");
        if (target == ListKind && GetParameter(type, "g") == Group)
        {
            return GetParameter(type, "v") switch
            {
                "v2" => DiscoveryFormat.Aggregated,
                "v2beta1" => DiscoveryFormat.AggregatedBeta,
                _ => null,
            };
        }

        return target.Length == 0 && (type.MediaType == Json || type.MatchesAllTypes) ? DiscoveryFormat.Plain : null;
    }

    private static string GetParameter(MediaTypeHeaderValue type, string name) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Value.ToString() ?? "";
}
