using System.Globalization;
using ImageStreams.AspNetCore;
using static ImageStreams.AspNetCore.ObjectColumns;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the columns of pods.</summary>
internal static class PodColumns
{
    private const string None = "<none>";

    public static ResourceColumn[] Create() =>
    [
        KindColumns.PodReady(), Text("Status", "status", "phase"), KindColumns.Restarts(), Age(),
        Wide("IP", "status", "podIP"), Wide("Node", "spec", "nodeName"), Wide("Nominated Node", "status", "nominatedNodeName"), ReadinessGates(),
    ];

    private static ResourceColumn Wide(string name, params string[] path) => TextOr(name, None, path) with { Priority = 1 };

    private static ResourceColumn ReadinessGates() => Column("Readiness Gates", static (value, _) =>
    {
        var gates = FindItems(value, "spec", "readinessGates").Select(static one => FindText(one, "conditionType")).ToHashSet();
        var ready = FindItems(value, "status", "conditions").Count(one => gates.Contains(FindText(one, "type")) && FindText(one, "status") == "True");
        return gates.Count == 0 ? None : string.Create(CultureInfo.InvariantCulture, $"{ready}/{gates.Count}");
    })
        with
    { Priority = 1 };
}
