using System.Globalization;
using System.Text.Json;
using ImageStreams.AspNetCore;
using static ImageStreams.AspNetCore.ObjectColumns;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the columns of workloads, which put several fields together.</summary>
internal static class KindColumns
{
    private const string None = "<none>";

    public static ResourceColumn Ready() => Column(
        "Ready", static (value, _) => Format($"{FindNumber(value, "status", "readyReplicas")}/{FindNumber(value, "spec", "replicas")}"));

    public static ResourceColumn PodReady() => Column("Ready", static (value, _) =>
    {
        var ready = FindItems(value, "status", "containerStatuses").Count(one => Find(one, "ready")?.ValueKind == JsonValueKind.True);
        return Format($"{ready}/{CountItems(value, "spec", "containers")}");
    });

    public static ResourceColumn Restarts() => Column(
        "Restarts", static (value, _) => Format($"{FindItems(value, "status", "containerStatuses").Sum(one => FindNumber(one, "restartCount"))}"));

    public static ResourceColumn Completions() => Column(
        "Completions", static (value, _) => Format($"{FindNumber(value, "status", "succeeded")}/{FindNumber(value, "spec", "completions")}"));

    public static ResourceColumn Containers(string[] podSpec) => Names("Containers", podSpec, "name");

    public static ResourceColumn Images(string[] podSpec) => Names("Images", podSpec, "image");

    public static ResourceColumn NodeSelector() => Pairs("Node Selector", "spec", "template", "spec", "nodeSelector");

    public static ResourceColumn Selector(params string[] path) => Pairs("Selector", path) with { Priority = 1 };

    public static ResourceColumn External() => Column("External-IP", static (value, _) =>
        FindItems(value, "spec", "externalIPs").Select(one => one.ToString()).ToList() is { Count: > 0 } all ? string.Join(',', all) : None);

    public static ResourceColumn Ports() => Column("Port(s)", static (value, _) => string.Join(
        ',', FindItems(value, "spec", "ports").Select(one => Format($"{FindNumber(one, "port")}/{FindText(one, "protocol")}"))));

    public static ResourceColumn Involved(string field) => Column("Object", (value, _) =>
#pragma warning disable CA1308 // Kinds of references are printed in lower case.
        $"{FindText(value, field, "kind")?.ToLowerInvariant()}/{FindText(value, field, "name")}");
#pragma warning restore CA1308

    public static ResourceColumn TriggeredBy() => Column("Triggered By", static (value, _) => string.Join(
        ',', FindItems(value, "spec", "triggers").Select(DescribeTrigger)));

    public static ResourceColumn BackingService() => Column("Service", static (value, _) =>
        Find(value, "spec", "service") is { ValueKind: JsonValueKind.Object } service
            ? $"{FindText(service, "namespace")}/{FindText(service, "name")}"
            : "Local");

    public static ResourceColumn Available() => Column("Available", static (value, _) =>
    {
        var available = FindItems(value, "status", "conditions").Where(static one => FindText(one, "type") == "Available").ToArray();
        return available switch
        {
            [] => "Unknown",
            [var one, ..] when FindText(one, "status") == "True" => "True",
            [var one, ..] => $"{FindText(one, "status")} ({FindText(one, "reason")})",
        };
    });

    private static string DescribeTrigger(JsonElement trigger) => FindText(trigger, "type") switch
    {
        "ConfigChange" => "config",
        "ImageChange" => $"image({FindText(trigger, "imageChangeParams", "from", "name")})",
        var type => type ?? "",
    };

    private static ResourceColumn Names(string name, string[] podSpec, string field) => Column(
        name,
        (value, _) => string.Join(',', FindItems(value, [.. podSpec, "containers"]).Select(one => FindText(one, field))))
        with
    { Priority = 1 };

    private static ResourceColumn Pairs(string name, params string[] path) => Column(name, (value, _) =>
        Find(value, path) is { ValueKind: JsonValueKind.Object } map && map.EnumerateObject().Any()
            ? string.Join(',', map.EnumerateObject().Select(pair => $"{pair.Name}={pair.Value}"))
            : None);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
