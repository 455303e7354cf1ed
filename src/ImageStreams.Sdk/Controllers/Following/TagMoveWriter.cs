using ImageStreams.Clients;
using ImageStreams.Importing;

namespace ImageStreams.Controllers;

/// <summary>Writes a move: the new source, its image and the reason, as one change of the stream.</summary>
internal sealed class TagMoveWriter(IImageStreamClient client, TimeProvider timeProvider)
{
    private const int MaxAttempts = 3;

    /// <summary>Writes a move, unless somebody has changed the tag or its rules since it was decided on.</summary>
    /// <exception cref="ApiException">The API has refused the import.</exception>
    public async Task<TagMoveReport> WriteAsync(TagMoveDraft draft, CancellationToken cancellationToken)
    {
        var name = draft.Tag.Name;
        for (var attempt = 1; ; attempt++)
        {
            var stream = await client.Streams.GetAsync(name.Namespace, name.Stream, cancellationToken).ConfigureAwait(false);
            if (!draft.Tag.IsStill(stream.Spec.Tags.Find(name.Tag)))
            {
                return new TagMoveReport.Superseded
                {
                    Tag = name, Time = timeProvider.GetUtcNow(), Explanation = "The tag has been changed meanwhile, and is looked at again.",
                };
            }

            try
            {
                var request = TagMoveRequests.CreateImport(stream, draft);
                var answer = await client.Imports.CreateAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false);
                return await FinishAsync(draft, answer, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Conflict && attempt < MaxAttempts)
            {
                // Another part of the stream has changed, or this tag: the next round tells.
            }
        }
    }

    private async Task<TagMoveReport> FinishAsync(TagMoveDraft draft, ImageStreamImport answer, CancellationToken cancellationToken)
    {
        var status = answer.Status.Images.IsEmpty ? null : answer.Status.Images[0].Status;
        if (status is not { Status: "Success" } || answer.Status.Import is not { } written)
        {
            var sentence = status?.Message ?? "The API did not report the result of the import.";
            return TagMoveReports.Fail(draft.Tag, timeProvider.GetUtcNow(), sentence);
        }

        if (TagMoveRequests.Complete(written, draft) != written)
        {
            await client.Streams.PatchAsync(
                draft.Tag.Name.Namespace,
                draft.Tag.Name.Stream,
                stream => TagMoveRequests.Complete(stream, draft),
                cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        return new TagMoveReport.Moved
        {
            Tag = draft.Tag.Name,
            Time = timeProvider.GetUtcNow(),
            Explanation = draft.Record.Reason,
            To = draft.To.Name,
            From = draft.Record.From,
            Image = draft.To.Digest!,
        };
    }
}
