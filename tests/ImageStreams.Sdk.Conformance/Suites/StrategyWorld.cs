using System.Text.Json;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Conformance.Suites;

/// <summary>The world around a stream that a case describes.</summary>
internal static class StrategyWorld
{
    /// <summary>Reads the <c>config</c> of a case.</summary>
    public static StreamContext ReadContext(JsonElement config)
    {
        var streams = config.List<ImageStream>("otherStreams").ToDictionary(GetName);
        var failures = config.GetProperty("getErrors").EnumerateObject()
            .ToDictionary(failure => ImageStreamName.Parse(failure.Name), failure => failure.Value.GetString()!);
        var denied = config.GetProperty("denied").EnumerateArray()
            .Select(stream => ImageStreamName.Parse(stream.GetString()!))
            .ToHashSet();
        return new StreamContext
        {
            Now = Timestamp.Now(SuiteClock.Instance),
            InternalRegistryHostname = config.Text("internalRegistryHostname"),
            ExternalRegistryHostname = config.Text("externalRegistryHostname"),
            AllowedRegistries = AllowedIn(config),
            FindStream = name =>
                failures.TryGetValue(name, out var message) ? new StreamLookupResult.Failed { Message = message }
                : streams.TryGetValue(name, out var stream) ? new StreamLookupResult.Found { Stream = stream }
                : new StreamLookupResult.NotFound(),
            ReviewAccess = name => denied.Contains(name) ? AccessDecision.Deny("denied") : AccessDecision.Allow,
        };
    }

    private static ImageStreamName GetName(ImageStream stream) =>
        ImageStreamName.From(stream);

    private static AllowedRegistries AllowedIn(JsonElement config) =>
        config.GetProperty("allowedRegistries") is { ValueKind: JsonValueKind.Array } registries
            ? AllowedRegistries.Create(
                registries.EnumerateArray().Select(ToAllowed), config.Text("internalRegistryHostname"))
            : AllowedRegistries.All;

    private static AllowedRegistry ToAllowed(JsonElement registry) => new()
    {
        DomainName = registry.Text("domainName"),
        Insecure = registry.TryGetProperty("insecure", out var insecure) && insecure.GetBoolean(),
    };
}
