using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.References;

namespace ImageStreams.Testing;

/// <content>The tags that follow repositories by policies.</content>
public sealed partial class ImageStreamWorld
{
    private readonly Dictionary<ImageStreamTagName, string> _toldOfPolicies = [];
    private Task<ValueList<TagMoveReport>>? _following;

    /// <summary>Lists the repositories that are due; a listing that waits for a registry continues when the clock advances.</summary>
    private async Task<bool> FollowPoliciesAsync()
    {
        if (_following is null && !(_policies.NextDue <= _clock.GetUtcNow()))
        {
            return false;
        }

        _following ??= _policies.RunDueAsync(maxConcurrency: 1);
        if (!_following.IsCompleted && _clock.NextTimer is not null)
        {
            return false;
        }

        var reports = await _following.ConfigureAwait(false);
        _following = null;
        foreach (var report in reports)
        {
            Tell(report);
        }

        return true;
    }

    /// <summary>Logs what has changed: a tag that stays, or is held for the same reason, is not told again.</summary>
    private void Tell(TagMoveReport report)
    {
        var told = report is TagMoveReport.Stayed ? "" : $"{report.Reason} {report.Explanation}";
        if (_toldOfPolicies.GetValueOrDefault(report.Tag, "") != told && told.Length > 0)
        {
            Log.Add(new WorldEvent.PolicyReported { Tag = report.Tag, Report = report });
        }

        _toldOfPolicies[report.Tag] = told;
    }
}
