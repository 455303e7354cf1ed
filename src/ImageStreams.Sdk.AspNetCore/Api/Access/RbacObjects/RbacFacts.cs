using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The identities and versions of roles and bindings, which the policy does not keep.</summary>
internal sealed class RbacFacts(TimeProvider timeProvider)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly ConcurrentDictionary<(string Kind, string Namespace, string Name), (string Uid, string Version, string Time)> _facts = new();
    private long _version;

    /// <summary>The version of everything.</summary>
    public string Version => Interlocked.Read(ref _version).ToString(CultureInfo.InvariantCulture);

    /// <summary>Begins another version of an object, which keeps its identity.</summary>
    public void Touch(string kind, string ns, string name)
    {
        var version = Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture);
        _facts.AddOrUpdate((kind, ns, name), _ => Create(version), (_, known) => known with { Version = version });
    }

    /// <summary>Forgets an object; its UID is returned.</summary>
    public string Remove(string kind, string ns, string name)
    {
        Interlocked.Increment(ref _version);
        return _facts.TryRemove((kind, ns, name), out var known) ? known.Uid : Create("").Uid;
    }

    /// <summary>Writes the metadata of an object.</summary>
    public JsonObject Write(string kind, string ns, string name)
    {
        var known = _facts.GetOrAdd((kind, ns, name), _ => Create("1"));
        var json = new JsonObject { ["name"] = name };
        if (ns.Length > 0)
        {
            json["namespace"] = ns;
        }

        json["uid"] = known.Uid;
        json["resourceVersion"] = known.Version;
        json["creationTimestamp"] = known.Time;
        return json;
    }

    private (string Uid, string Version, string Time) Create(string version) =>
        (Guid.NewGuid().ToString(), version, timeProvider.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture));
}
