using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Fuzz;

/// <summary>One of several writers, each of whose letters is a write.</summary>
internal sealed class FuzzWriter(HttpClient http, FuzzedObject target, string writes, int index)
{
    /// <summary>The writes: a counter by PUT, JSON patch, merge patch and strategic merge patch, each of what was read before; and a field
    /// of the writer's own by merge patch and by apply, without looking.</summary>
    public const string Letters = "pjmsna";

    private const string Merge = "application/merge-patch+json";
    private const string Strategic = "application/strategic-merge-patch+json";

    /// <summary>The number of times for which the writer has counted.</summary>
    public int Counted { get; private set; }

    /// <summary>The last values of the fields of its own.</summary>
    public Dictionary<string, string> Last { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes, one after the other.</summary>
    public async Task RunAsync()
    {
        for (var i = 0; i < writes.Length; i++)
        {
            await WriteAsync(writes[i], i).ConfigureAwait(false);
        }
    }

    private Task WriteAsync(char letter, int number) => letter switch
    {
        'p' => CountAsync("PUT", "application/json", Put),
        'j' => CountAsync("PATCH", "application/json-patch+json", Test),
        'm' => CountAsync("PATCH", Merge, Patch),
        's' => CountAsync("PATCH", Strategic, Patch),
        'n' => SetAsync($"n-{index}", number, Merge, ""),
        'a' => SetAsync($"a-{index}", number, "application/apply-patch+yaml", $"?force=true&fieldManager=writer-{index}"),
        _ => Task.CompletedTask,
    };

    private async Task CountAsync(string method, string type, Func<JsonObject, int, JsonNode> create)
    {
        var read = await FuzzAnswer.SendAsync(http, "GET", target.Path).ConfigureAwait(false);
        var count = int.Parse((string)read.Json["metadata"]!["annotations"]!["count"]!, CultureInfo.InvariantCulture);
        var body = create(read.Json, count).ToJsonString();
        var answer = await FuzzAnswer.SendAsync(http, method, target.Path, FuzzAnswer.Encode(body), type).ConfigureAwait(false);
        Expect.That(answer.IsSuccess || answer.Status is 409 or 422, $"a write is a success or a conflict: {answer}");
        Counted += answer.IsSuccess ? 1 : 0;
    }

    private async Task SetAsync(string name, int number, string type, string query)
    {
        var value = number.ToString(CultureInfo.InvariantCulture);
        var body = JsonNode.Parse(target.Body)!.AsObject();
        var patch = new JsonObject
        {
            ["apiVersion"] = body["apiVersion"]!.DeepClone(),
            ["kind"] = body["kind"]!.DeepClone(),
            ["metadata"] = new JsonObject { ["name"] = "app", ["annotations"] = new JsonObject { [name] = value } },
        };
        var answer = await FuzzAnswer
            .SendAsync(http, "PATCH", target.Path + query, FuzzAnswer.Encode(patch.ToJsonString()), type)
            .ConfigureAwait(false);
        Expect.That(answer.IsSuccess, $"a write that looks at nothing succeeds: {answer}");
        Last[name] = value;
    }

    private static JsonObject Put(JsonObject read, int count)
    {
        read["metadata"]!["annotations"]!["count"] = Next(count);
        return read;
    }

    private static JsonObject Patch(JsonObject read, int count) => new()
    {
        ["metadata"] = new JsonObject
        {
            ["resourceVersion"] = (string)read["metadata"]!["resourceVersion"]!,
            ["annotations"] = new JsonObject { ["count"] = Next(count) },
        },
    };

    private static JsonArray Test(JsonObject read, int count) =>
    [
        new JsonObject { ["op"] = "test", ["path"] = "/metadata/annotations/count", ["value"] = Text(count) },
        new JsonObject { ["op"] = "replace", ["path"] = "/metadata/annotations/count", ["value"] = Next(count) },
    ];

    private static string Next(int count) => Text(count + 1);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
