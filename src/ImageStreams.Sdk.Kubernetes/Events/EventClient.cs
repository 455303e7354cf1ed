using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>Creates Events of <c>events.k8s.io/v1</c>, which have series, and counts their repetitions.</summary>
/// <param name="sender">The sender of requests.</param>
/// <param name="component">The name of the writer.</param>
internal sealed class EventClient(ApiSender sender, string component)
{
    private const int MaxNameLength = 230;

    private static readonly ResourcePaths Paths = new(new ClusterResourceType { Group = "events.k8s.io", Version = "v1", Plural = "events" });
    private static readonly string Instance = Environment.MachineName;

    private long _lastTime;

    /// <summary>Creates an Event.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="ApiException">The server refuses it.</exception>
    public async Task<string> CreateAsync(EventNote note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = CreateName(note.Object.Name, now);
        var path = ResourceQueries.Write(Paths.GetCollection(note.Object.Namespace), null);
        var call = new ApiCall(HttpMethod.Post, path) { Body = ToUtf8(CreateBody(note, name, now)) };
        await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return name;
    }

    /// <summary>Writes how often an Event was repeated.</summary>
    /// <returns>False when the Event exists no longer.</returns>
    /// <exception cref="ApiException">The server refuses it.</exception>
    public async Task<bool> CountAsync(EventNote note, string name, int count, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var patch = ObjectPatch.Merge(new JsonObject
        {
            ["series"] = new JsonObject { ["count"] = count, ["lastObservedTime"] = Format(now) },
        }.ToJsonString());
        var path = ResourceQueries.Write(Paths.GetObject(note.Object.Namespace, name), null);
        try
        {
            var call = new ApiCall(HttpMethod.Patch, path) { Body = patch.Utf8Json, MediaType = patch.MediaType };
            await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return false;
        }
    }

    private JsonObject CreateBody(EventNote note, string name, DateTimeOffset now) => new()
    {
        ["kind"] = "Event",
        ["apiVersion"] = "events.k8s.io/v1",
        ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = note.Object.Namespace },
        ["eventTime"] = Format(now),
        ["reportingController"] = component,
        ["reportingInstance"] = Instance,
        ["action"] = note.Reason.StartsWith("Trigger", StringComparison.Ordinal) ? "FollowTriggers" : "ImportTags",
        ["reason"] = note.Reason,
        ["note"] = note.Text,
        ["type"] = note.IsWarning ? "Warning" : "Normal",
        ["regarding"] = CreateReference(note.Object),
    };

    private static JsonObject CreateReference(EventObject about)
    {
        var reference = new JsonObject { ["kind"] = about.Kind, ["namespace"] = about.Namespace, ["name"] = about.Name };
        if (about.ApiVersion is { } version)
        {
            reference["apiVersion"] = version;
        }

        if (about.Uid is { } uid)
        {
            reference["uid"] = uid;
        }

        return reference;
    }

    // Names are made of times, so that no two have the same one.
    private string CreateName(string about, DateTimeOffset now)
    {
        _lastTime = Math.Max(_lastTime + 1, now.UtcTicks);
        var start = about[..Math.Min(about.Length, MaxNameLength)].TrimEnd('.', '-');
        return string.Create(CultureInfo.InvariantCulture, $"{start}.{_lastTime:x}");
    }

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static byte[] ToUtf8(JsonObject body) => System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
}
