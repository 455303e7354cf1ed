using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace ImageStreams.Tests.Recordings;

/// <summary>The effects of triggers in a real cluster, compared with those in a simulated one.</summary>
/// <remarks>
/// Every object that was read must have the images, the versions and the notes that it had there, at the same point of
/// the story; so must every build that was requested. The effects of other controllers are not compared.
/// </remarks>
public class TriggerRecordingsTests(ITestOutputHelper output)
{
    public static TheoryData<string, int> Scenarios => new()
    {
        { "triggers-workloads", 58 },
        { "triggers-deploymentconfig", 18 },
        { "triggers-buildconfig", 25 },
    };

    [RecordingsTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_InAWorld_EndsAsRecorded(string name, int reads)
    {
        var path = Path.Combine(Scenario.Folder, name + ".jsonl");
        var digests = new RecordedDigests(ExchangeReader.Read(path));
        using var world = new TriggerWorld(digests);

        var compared = 0;
        foreach (var exchange in ExchangeReader.Read(path, digests.Translate).Where(one => one.Status < 300))
        {
            await world.DoAsync(exchange);
            compared += Compare(world, exchange) ? 1 : 0;
        }

        output.WriteLine($"{name}: {compared} reads as recorded");
        Assert.Equal(reads, compared);
    }

    /// <summary>Compares the objects that a request read if triggers affect them; returns whether they do.</summary>
    private static bool Compare(TriggerWorld world, Exchange exchange)
    {
        if (exchange.Request.Method != "GET" || exchange.Body is not { } body)
        {
            return false;
        }

        return (string?)body["kind"] switch
        {
            "BuildList" => AreEqual(exchange, BuildsIn(body), world.Builds()),
            "ReplicationControllerList" or "EventList" or "ImageStream" => false,
            "DeploymentList" => body["items"]!.AsArray().All(item =>
                AreEqual(exchange, TriggerState.Read(item!), world.GetState(WithKind(item!, "Deployment")))),
            _ => AreEqual(exchange, TriggerState.Read(body), world.GetState(body)),
        };
    }

    private static JsonNode WithKind(JsonNode item, string kind)
    {
        var named = item.DeepClone();
        named["kind"] = kind;
        return named;
    }

    private static IReadOnlyList<string> BuildsIn(JsonNode list) => [.. list["items"]!.AsArray()
        .Select(build => $"{build!["metadata"]!["name"]} from {FindBase(build)}: {GetCauses(build)}")
        .Order(StringComparer.Ordinal)];

    private static string? FindBase(JsonNode build) => (string?)build["spec"]!["strategy"]!["dockerStrategy"]!["from"]!["name"];

    private static string GetCauses(JsonNode build) => string.Join(", ", build["spec"]!["triggeredBy"]!.AsArray().Select(cause =>
        $"{cause!["message"]} {cause["imageChangeBuild"]?["fromRef"]?["name"]} {cause["imageChangeBuild"]?["imageID"]}"));

    private static bool AreEqual(Exchange exchange, IReadOnlyList<string> recorded, IReadOnlyList<string> ours)
    {
        Assert.True(
            recorded.SequenceEqual(ours),
            $"{exchange}\nrecorded:\n{string.Join('\n', recorded)}\nours:\n{string.Join('\n', ours)}");
        return true;
    }
}
