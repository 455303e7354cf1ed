using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Testing.Server;

/// <summary>Records events about objects; one that is repeated is counted.</summary>
/// <param name="calls">The requests of controllers.</param>
/// <param name="timeProvider">The time provider.</param>
/// <param name="logger">The log of events that could not be recorded.</param>
internal sealed class ClusterEvents(ControllerCalls calls, TimeProvider timeProvider, ILogger<ClusterEvents> logger)
{
    private const string Resource = "events";
    private const long NanosecondsPerTick = 100;

    private readonly Lock _gate = new();
    private long _lastTime;

    /// <summary>Records an event; nothing happens in a cluster without events, and in a namespace that is going.</summary>
    /// <param name="involved">The object.</param>
    /// <param name="notice">The event.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task RecordAsync(JsonObject involved, EventNotice notice, CancellationToken cancellationToken)
    {
        if (!calls.Has(Resource))
        {
            return;
        }

        try
        {
            var ns = involved.FindText("metadata", "namespace") ?? "";
            var known = await calls.ListAsync(Resource, ns, cancellationToken).ConfigureAwait(false);
            await WriteAsync(known.Find(one => IsSame(one, involved, notice)), involved, notice, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Events are told once, to whoever still listens: what they tell of is done either way.
            logger.EventFailed(e, notice.Reason, involved.FindText("metadata", "name") ?? "");
        }
    }

    private Task WriteAsync(JsonObject? known, JsonObject involved, EventNotice notice, CancellationToken cancellationToken)
    {
        if (known is null)
        {
            return calls.CreateAsync(Resource, Create(involved, notice), null, cancellationToken);
        }

        known["count"] = (known.FindNumber("count") ?? 0) + 1;
        known["lastTimestamp"] = Timestamp.Now(timeProvider).ToString();
        return calls.UpdateAsync(Resource, known, null, cancellationToken);
    }

    private static bool IsSame(JsonObject known, JsonObject involved, EventNotice notice) =>
        known.FindText("involvedObject", "uid") == involved.FindText("metadata", "uid")
        && known.FindText("reason") == notice.Reason
        && known.FindText("message") == notice.Message
        && known.FindText("source", "component") == notice.Component;

    private JsonObject Create(JsonObject involved, EventNotice notice)
    {
        var now = Timestamp.Now(timeProvider).ToString();
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = CreateName(involved.FindText("metadata", "name") ?? ""),
                ["namespace"] = involved.FindText("metadata", "namespace"),
            },
            ["involvedObject"] = Refer(involved),
            ["reason"] = notice.Reason,
            ["message"] = notice.Message,
            ["source"] = new JsonObject { ["component"] = notice.Component },
            ["firstTimestamp"] = now,
            ["lastTimestamp"] = now,
            ["count"] = 1,
            ["type"] = notice.Type,
            ["reportingComponent"] = notice.Component,
        };
    }

    // A name that would be too long for an event is replaced as a whole.
    private string CreateName(string involved)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{involved}.{NextTime():x}");
        return MetadataRules.ValidateName(name) is null ? name : RandomNaming.Instance.CreateUid();
    }

    private static JsonObject Refer(JsonObject involved) => new()
    {
        ["kind"] = involved.FindText("kind"),
        ["namespace"] = involved.FindText("metadata", "namespace"),
        ["name"] = involved.FindText("metadata", "name"),
        ["uid"] = involved.FindText("metadata", "uid"),
        ["apiVersion"] = involved.FindText("apiVersion"),
        ["resourceVersion"] = involved.FindText("metadata", "resourceVersion"),
    };

    // Names are made of times, so no two events have the same one.
    private long NextTime()
    {
        lock (_gate)
        {
            var now = (timeProvider.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
            _lastTime = Math.Max(_lastTime + 1, now);
            return _lastTime;
        }
    }
}
