using System.Text.Json.Nodes;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Triggers;

/// <summary>Applies the corrections of findings to their objects.</summary>
internal static class Corrections
{
    public static GraphObjects Apply(GraphObjects objects, ValueList<TriggerFinding> findings)
    {
        var corrections = findings.Where(finding => finding.Correction is not null).ToLookup(finding => finding.Location with { Path = "" });
        return new GraphObjects
        {
            Streams = objects.Streams.Select(one => Apply(one, ImageStream.KindName, corrections)).ToValueList(),
            BuildConfigs = objects.BuildConfigs.Select(one => Apply(one, BuildConfig.KindName, corrections)).ToValueList(),
            DeploymentConfigs = objects.DeploymentConfigs.Select(one => Apply(one, DeploymentConfig.KindName, corrections)).ToValueList(),
            Workloads = objects.Workloads.Select(one => Apply(one, corrections)).ToValueList(),
        };
    }

    /// <summary>Sets the value at a path of the doctor.</summary>
    public static void Put(JsonNode root, string path, JsonNode? value)
    {
        var steps = Steps(path).ToList();
        var holder = steps[..^1].Aggregate(root, (node, step) => step is int i ? node[i]! : node[(string)step] ?? Add(node, (string)step));
        if (steps[^1] is int index)
        {
            holder[index] = value;
        }
        else
        {
            holder[(string)steps[^1]] = value;
        }
    }

    private static T Apply<T>(T value, string kind, ILookup<GraphField, TriggerFinding> corrections)
        where T : ApiObject, IWireObject<T>
    {
        var json = JsonNode.Parse(ImageStreamJson.Serialize(value))!;
        Apply(json, corrections[Key(kind, value.Metadata.Namespace, value.Metadata.Name)]);
        return ImageStreamJson.Deserialize<T>(json.ToJsonString());
    }

    private static Workload Apply(Workload workload, ILookup<GraphField, TriggerFinding> corrections)
    {
        var json = JsonNode.Parse(workload.Utf8)!;
        Apply(json, corrections[Key(workload.Kind, workload.Namespace, workload.Name)]);
        return Workload.Parse(json.ToJsonString());
    }

    private static void Apply(JsonNode json, IEnumerable<TriggerFinding> findings)
    {
        foreach (var correction in findings.Select(finding => finding.Correction!))
        {
            Put(json, correction.Path, JsonNode.Parse(correction.Value.ToString()));
        }
    }

    private static GraphField Key(string kind, string? ns, string? name) =>
        new() { Kind = kind, Namespace = ns ?? "", Name = name ?? "", Path = "" };

    private static JsonObject Add(JsonNode holder, string name)
    {
        var added = new JsonObject();
        holder[name] = added;
        return added;
    }

    /// <summary>The names and positions of a path such as <c>a.b[0]['c.d/e']</c>.</summary>
    private static IEnumerable<object> Steps(string path)
    {
        while (path.Length > 0)
        {
            var (step, length) = ReadStep(path);
            yield return step;
            path = path[length..].TrimStart('.');
        }
    }

    /// <summary>Reads the first name or position of a path, and its length in the path.</summary>
    private static (object Step, int Length) ReadStep(string path)
    {
        if (path.StartsWith("['", StringComparison.Ordinal))
        {
            var quote = path.IndexOf("']", StringComparison.Ordinal);
            return (path[2..quote], quote + 2);
        }

        if (path[0] == '[')
        {
            var bracket = path.IndexOf(']');
            return (int.Parse(path[1..bracket]), bracket + 1);
        }

        var end = path.IndexOfAny(['.', '[']);
        end = end < 0 ? path.Length : end;
        return (path[..end], end);
    }
}
