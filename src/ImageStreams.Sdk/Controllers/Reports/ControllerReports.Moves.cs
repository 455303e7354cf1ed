using ImageStreams.Importing;

namespace ImageStreams.Controllers;

/// <content>The reports of tags that follow their policies.</content>
public sealed partial class ControllerReports
{
    private readonly ReportReaders<TagMoveReport> _moves;

    /// <summary>Adds the report of a look at a tag that follows a policy.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public void Add(TagMoveReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        _moves.Write(report);
    }

    /// <summary>Reads the reports of tags with policies that are added from the beginning of an enumeration on.</summary>
    /// <param name="cancellationToken">A token to end all enumerations of the reader.</param>
    /// <returns>A reader, whose enumerations end with an <see cref="OperationCanceledException"/> only.</returns>
    public ReportReader<TagMoveReport> ReadTagMovesAsync(CancellationToken cancellationToken = default) => new(_moves, cancellationToken);
}
