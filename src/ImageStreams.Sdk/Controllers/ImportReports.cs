using ImageStreams.Collections;
using ImageStreams.Importing;

namespace ImageStreams.Controllers;

/// <summary>Creates reports from the responses of the image API.</summary>
internal static class ImportReports
{
    /// <summary>The status of an image that is missing from the API's response; its import is retried.</summary>
    private static ImageImportStatus Unanswered { get; } = new()
    {
        Status = new KubernetesStatus
        {
            Status = "Failure",
            Code = 500,
            Reason = StatusReasons.InternalError,
            Message = "The API did not report the result of this import.",
        },
    };

    /// <summary>Creates the report of a job that ends with an exception.</summary>
    public static ImportReport CreateFailed(ImportJob job, DateTimeOffset time) =>
        new() { Job = job, Time = time, Refusal = new KubernetesStatus { Reason = StatusReasons.InternalError } };

    /// <summary>Creates the report of a job that the API has answered.</summary>
    public static ImportReport Create(ImportJob job, ImageStreamImport result, DateTimeOffset time)
    {
        var images = result.Status.Images;
        return new ImportReport
        {
            Job = job,
            Time = time,
            Tags = job.Request.Spec.Images
                .Select((requested, i) => CreateTagReport(job, requested.To?.Name, i < images.Count ? images[i] : Unanswered))
                .Where(report => report.Tag.Length > 0)
                .ToValueList(),
            Repository = job.Request.Spec.Repository is null ? null : result.Status.Repository?.Status ?? Unanswered.Status,
            RepositoryTags = (result.Status.Repository?.Images ?? [])
                .Select(status => CreateTagReport(job, status.Tag, status))
                .ToValueList(),
        };
    }

    private static TagImportReport CreateTagReport(ImportJob job, string? tag, ImageImportStatus status) => new()
    {
        Tag = tag ?? "",
        Status = status.Status,
        Image = status.Image?.Metadata.Name,
        PreviousImage = job.Before.Status.Tags.Find(tag ?? "")?.Latest?.Image,
    };
}
