using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Finds the fields of one trigger that are misspelled or in the wrong place, and puts them right.</summary>
internal sealed class TriggerFieldScan
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Records = ["containerNames", "lastTriggeredImage", "lastTriggeredImageID"];

    private readonly JsonObject _trigger;
    private readonly List<(MisplacedField Field, Action? Fix)> _found = [];

    private TriggerFieldScan(JsonObject trigger) => _trigger = trigger;

    /// <summary>The misplaced fields, in the order of the text.</summary>
    public IEnumerable<MisplacedField> Found => _found.Select(one => one.Field);

    /// <summary>Scans a trigger with the fields that it does not know.</summary>
    public static TriggerFieldScan Run<T>(T trigger, FieldTable table)
        where T : class, IWireObject<T> => Run(ImageStreamJson.SerializeToUtf8Bytes(trigger), table);

    /// <summary>Scans the JSON of a trigger; one that cannot be read has no misplaced fields.</summary>
    public static TriggerFieldScan Run(ReadOnlySpan<byte> trigger, FieldTable table)
    {
        try
        {
            if (JsonNode.Parse(trigger) is JsonObject root)
            {
                var scan = new TriggerFieldScan(root);
                scan.Visit(root, "", table);
                return scan;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // The reader of the object reports what cannot be read.
        }

        return new TriggerFieldScan([]);
    }

    /// <summary>Puts the misplaced field right; null when there are several, or it is not certain what is meant, or
    /// the trigger has a text that cannot be written.</summary>
    /// <returns>The JSON of the whole trigger.</returns>
    public string? Correct()
    {
        if (_found is not [{ Field.IsHarmless: false, Fix: { } fix }])
        {
            return null;
        }

        try
        {
            fix();
            return Write(_trigger);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;   // a text with half of a surrogate pair or a field given twice, which cannot be written again
        }
    }

    /// <summary>Puts the misplaced field right in the trigger at a path; null as for <see cref="Correct()"/>.</summary>
    public TriggerCorrection? Correct(string path) =>
        Correct() is { } corrected ? new TriggerCorrection { Path = path, Value = RawJson.Parse(corrected) } : null;

    private static string Write(JsonObject trigger)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            trigger.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Visits the fields of an object; tables nest three levels at most.</summary>
    private void Visit(JsonObject holder, string path, FieldTable table)
    {
        foreach (var (name, value) in holder.ToList())
        {
            if (!table.Knows(name))
            {
                Judge(holder, $"{path}.{name}", name, value, table);
            }
            else if (value is JsonObject child && table.FindChild(name) is { } fields)
            {
                Visit(child, $"{path}.{name}", fields);
            }
        }
    }

    private void Judge(JsonObject holder, string path, string name, JsonNode? value, FieldTable table)
    {
        if (table.Foreign.TryGetValue(name, out var place))
        {
            var isHarmless = IsHarmless(name, value, place);
            var reason = place is null ? $"it is no field of {table.Holder}" : $"it belongs into {place}";
            Add(path, name, reason, isHarmless, CanMove(name, place) ? () => Move(holder, name, place!) : null);
        }
        else if (table.FindMeant(name) is { } meant && holder[meant] is null)
        {
            Add(path, name, $"the field is called {meant}", isHarmless: false, () => Rename(holder, name, meant));
        }
    }

    /// <summary>Determines whether a field can be moved: parameters of a deployment name containers, those of a build do
    /// not.</summary>
    private static bool CanMove(string name, string? place) => place is not null && name != "imageChange";

    private void Add(string path, string name, string reason, bool isHarmless, Action? fix) =>
        _found.Add((new MisplacedField(path, name, reason, isHarmless), fix));

    /// <summary>Determines whether a field changes nothing: a record of the past, or what holds without it.</summary>
    private static bool IsHarmless(string name, JsonNode? value, string? place) => value?.GetValueKind() switch
    {
        null => true,
        JsonValueKind.True => name == "automatic" && place is null,
        JsonValueKind.False => name == "paused",
        _ => Records.Contains(name) && (place is null || name != "containerNames"),
    };

    private static void Rename(JsonObject holder, string name, string meant)
    {
        var value = holder[name];
        holder.Remove(name);
        holder[meant] = value;
    }

    /// <summary>Moves a field into another one; parameters of another kind of object give their reference only.</summary>
    private static void Move(JsonObject holder, string name, string place)
    {
        var value = holder[name];
        holder.Remove(name);
        var target = holder[place] as JsonObject;
        if (target is null)
        {
            holder[place] = target = [];
        }

        foreach (var (field, moved) in ListMoved(name, value))
        {
            target[field] ??= moved?.DeepClone();
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> ListMoved(string name, JsonNode? value) =>
        name is "imageChange" or "imageChangeParams"
            ? (value as JsonObject)?.Where(field => field.Key == "from") ?? []
            : [new(name, value)];
}
