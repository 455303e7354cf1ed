using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The results of all imports that were due.</summary>
public sealed record ImportRun
{
    /// <summary>The report of each import, by the name of its stream.</summary>
    public ValueList<ImportReport> Reports { get; init; }

    /// <summary>The tags that have a new image.</summary>
    public ValueList<ImageStreamTagName> Imported => Find(ImportOutcome.Imported);

    /// <summary>The tags that have the image which the registry has.</summary>
    public ValueList<ImageStreamTagName> Unchanged => Find(ImportOutcome.Unchanged);

    /// <summary>The tags whose import failed, and the streams whose import failed as a whole.</summary>
    public ValueList<FailedImport> Failed => Reports.SelectMany(FindFailures).ToValueList();

    /// <summary>The time at which the next import is due; null when none is.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Returns the numbers of tags and the next time, such as <c>3 imported, 40 unchanged, 1 failed</c>.</summary>
    public override string ToString()
    {
        var next = NextDue is null ? "" : string.Create(CultureInfo.InvariantCulture, $", next at {NextDue:u}");
        return $"{Imported.Count} imported, {Unchanged.Count} unchanged, {Failed.Count} failed{next}";
    }

    private ValueList<ImageStreamTagName> Find(ImportOutcome outcome) => Reports
        .SelectMany(report => report.AllTags
            .Where(tag => tag.Outcome == outcome)
            .Select(tag => report.Job.Stream.WithTag(tag.Tag)))
        .ToValueList();

    private static IEnumerable<FailedImport> FindFailures(ImportReport report)
    {
        var stream = report.Job.Stream;
        return new[] { report.Refusal, FindListingFailure(report) }.OfType<KubernetesStatus>()
            .Select(status => new FailedImport { Stream = stream, Status = status })
            .Concat(report.AllTags.Where(tag => !tag.IsSuccess)
                .Select(tag => new FailedImport { Stream = stream, Tag = tag.Tag, Status = tag.Status }));
    }

    /// <summary>Finds the failure of listing a repository; that some of its tags failed is told with the tags.</summary>
    private static KubernetesStatus? FindListingFailure(ImportReport report) =>
        report.Repository is { Status: "Failure", Reason: not StatusReasons.ImportFailed } failure ? failure : null;
}
