using System.Diagnostics.Metrics;
using ImageStreams.Importing;
using ImageStreams.References;

namespace ImageStreams.Hosting;

/// <summary>Counts the imports of tags by outcome and registry.</summary>
internal sealed class ImportMetrics(Meter meter)
{
    private const string Unknown = "unknown";

    private readonly Counter<long> _imports = meter.CreateCounter<long>(
        "imagestreams.imports", "{import}", "Number of imports of tags that ended, by outcome and registry.");

    public void Count(ImportReport report)
    {
        if (!_imports.Enabled)
        {
            return;
        }

        var tags = report.Tags.ToLookup(static tag => tag.Tag, StringComparer.Ordinal);
        foreach (var image in report.Job.Request.Spec.Images)
        {
            Count(report, image.From.Name, tags[image.To?.Name ?? ""].FirstOrDefault());
        }

        foreach (var tag in report.RepositoryTags)
        {
            Count(report, report.Job.Request.Spec.Repository?.From.Name, tag);
        }
    }

    private void Count(ImportReport report, string? from, TagImportReport? tag) => _imports.Add(
        1,
        new(HostTelemetry.Outcome, (tag?.Outcome ?? ImportOutcome.Failed).ToString()),
        new(HostTelemetry.ServerAddress, GetRegistry(from)),
        new(HostTelemetry.ErrorType, tag is null ? report.Refusal?.Reason : GetError(tag)));

    private static string? GetError(TagImportReport tag) => tag.IsSuccess ? null : tag.Status.Reason;

    /// <summary>Gets the registry of a pull spec; without one, it is that of Docker.</summary>
    private static string GetRegistry(string? pullSpec) =>
        ImageReference.TryParse(pullSpec, out var reference) ? reference.ToDockerClientDefaults().Registry : Unknown;
}
