using System.Text.Json;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Simulation;

/// <summary>The template of a workload's pods.</summary>
internal static class PodTemplate
{
    private const string SpecStep = ".spec";

    /// <summary>Finds the template as JSON; null when the object has none.</summary>
    public static string? Find(Workload workload)
    {
        var path = workload.PodSpecPath;
        using var document = JsonDocument.Parse(workload.Utf8.ToArray());
        var element = document.RootElement;
        foreach (var step in path[..^SpecStep.Length].Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
            {
                return null;
            }
        }

        return element.GetRawText();
    }

    /// <summary>Returns the images of the containers, init containers first: <c>web=myapp@sha256:…</c>.</summary>
    public static IEnumerable<string> Images(Workload workload) =>
        workload.Containers.Select(container => $"{container.Name}={container.Image}");
}
