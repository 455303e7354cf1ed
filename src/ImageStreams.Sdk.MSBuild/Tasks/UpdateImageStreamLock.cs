using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.MSBuild;

/// <summary>The task that looks tags up again and writes the lock, and says what moved.</summary>
/// <remarks>A tag that cannot be looked up is an error and keeps its entry; the others are updated.</remarks>
public sealed class UpdateImageStreamLock : ImageStreamTask
{
    /// <summary>The tags to update; all of the project when none is named. One that only another project of the lock has is ignored,
    /// so that a solution can be updated by one name.</summary>
    public string[] TagsToUpdate { get; set; } = [];

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = ReadLock();
        var tags = SelectTags(before);
        if (tags.IsEmpty)
        {
            return;
        }

        var questions = await PrepareAsync(tags, cancellationToken).ConfigureAwait(false);
        var lookup = await LookUpAsync(questions, questions.Request with { Known = before }, cancellationToken).ConfigureAwait(false);
        Report(lookup.Problems);

        var after = await ImageLockFile
            .UpdateAsync(LockFile, newest => newest.Update(lookup).Lock, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        TellMoves(before.Diff(after).Where(difference => tags.Contains(difference.Tag)).ToValueList());
    }

    private ValueList<string> SelectTags(ImageLock locked)
    {
        var known = TagNames.ToValueList();
        foreach (var unknown in TagsToUpdate.Where(tag => !known.Contains(tag) && locked.Find(tag) is null))
        {
            Messages.Report(MessageCodes.InvalidProperty, [], "", TaskTexts.UnknownTag(unknown, known, LockFile));
        }

        return TagsToUpdate.Length == 0 ? known : [.. known.Where(tag => Array.IndexOf(TagsToUpdate, tag) >= 0)];
    }

    private void TellMoves(ValueList<ImageLockDifference> moves)
    {
        Tell(moves);
        if (moves.IsEmpty && !Log.HasLoggedErrors)
        {
            Tell("nothing has moved.");
        }
    }
}
