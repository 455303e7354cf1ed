using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>The field managers, except OpenShift's trigger controller, that own the images of containers.</summary>
internal sealed class ImageOwners
{
    public const string Apply = "Apply";

    public static readonly ImageOwners None = new([], "");

    private const string Controller = "openshift-controller-manager";
    private const string InitContainers = "f:initContainers";
    private const string Containers = "f:containers";

    private readonly Dictionary<(string List, string Item), List<ManagedFieldsEntry>> _owners = [];

    /// <summary>Reads the owned fields; fields that cannot be read have no owner.</summary>
    /// <param name="entries">The object's <c>metadata.managedFields</c>.</param>
    /// <param name="podSpecPath">The path of its pod specification.</param>
    public ImageOwners(ValueList<ManagedFieldsEntry> entries, string podSpecPath)
    {
        string[] steps = [.. podSpecPath.Split('.').Select(step => $"f:{step}")];
        foreach (var entry in entries)
        {
            if (entry.Manager != Controller && !entry.FieldsV1.IsAbsent)
            {
                TryRead(entry, steps);
            }
        }
    }

    public static ImageOwners FromWorkload(Workload workload)
    {
        try
        {
            return new ImageOwners(ReadManagedFields(workload), workload.PodSpecPath);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return None;
        }
    }

    /// <summary>Gets the owners of a container's image.</summary>
    public IReadOnlyList<ManagedFieldsEntry> GetOwners(PodContainer container)
    {
        if (_owners.Count == 0)
        {
            return [];
        }

        var list = container.IsInit ? InitContainers : Containers;
        return _owners.GetValueOrDefault((list, $"k:{{\"name\":{JsonLiteral.FromText(container.Name)}}}"), []);
    }

    /// <summary>Reads the managed fields, but only when the text has any; most objects from files have none.</summary>
    private static ValueList<ManagedFieldsEntry> ReadManagedFields(Workload workload) =>
        workload.Utf8.IndexOf("managedFields"u8) >= 0
        && workload.ToRawJson().ToJsonElement().TryGetProperty("metadata", out var metadata)
            ? ImageStreamJson.Deserialize<ObjectMeta>(metadata.GetRawText()).ManagedFields
            : [];

    /// <summary>Reads the fields of a manager; what comes after a key that is no text has no owner.</summary>
    private void TryRead(ManagedFieldsEntry entry, string[] steps)
    {
        try
        {
            Read(entry, entry.FieldsV1.ToJsonElement(), steps);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A finding on an owner is advice; keys that no server writes must not hide the other findings.
        }
    }

    private void Read(ManagedFieldsEntry entry, JsonElement fields, string[] steps)
    {
        foreach (var step in steps)
        {
            if (!TryDescend(fields, step, out fields))
            {
                return;
            }
        }

        Read(entry, fields, InitContainers);
        Read(entry, fields, Containers);
    }

    private void Read(ManagedFieldsEntry entry, JsonElement pods, string list)
    {
        if (!TryDescend(pods, list, out var items) || items.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var item in items.EnumerateObject().Where(item => TryDescend(item.Value, "f:image", out _)))
        {
            var key = (list, item.Name);
            if (!_owners.TryGetValue(key, out var owners))
            {
                _owners.Add(key, owners = []);
            }

            owners.Add(entry);
        }
    }

    private static bool TryDescend(JsonElement fields, string step, out JsonElement found)
    {
        found = default;
        return fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(step, out found);
    }
}
