using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>Asks one check of images, and keeps its answer.</summary>
internal static class ImageGateCall
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan MinRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxRetry = TimeSpan.FromDays(1);

    /// <summary>Asks; an exception is an answer that is not there yet.</summary>
    public static async Task<ImageGateResult> AskAsync(IImageGate check, ImageGateRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await check.CheckAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A check is foreign code: whatever it throws, the image did not pass.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new ImageGateResult.NotNow { Reason = e.Message };
        }
    }

    /// <summary>Keeps an answer with the image that was asked about.</summary>
    public static TagGateCandidate Note(
        TagGateCandidate candidate, string name, string revision, ImageGateResult? answer, DateTimeOffset now)
    {
        var check = Record(name, revision, answer, candidate.FindCheck(name, revision), now);
        return candidate with { Checks = [.. candidate.Checks.Where(one => one.Name != name), check] };
    }

    private static ImageGateRecord Record(
        string name, string revision, ImageGateResult? answer, ImageGateRecord? last, DateTimeOffset now)
    {
        var record = new ImageGateRecord
        {
            Name = name,
            Revision = revision,
            Standing = TagGateStanding.Held,
            At = TagGateState.ToSecond(now),
        };
        return answer switch
        {
            ImageGateResult.Passed passed => record with { Standing = TagGateStanding.Open, Reason = Cut(passed.Detail) },
            ImageGateResult.Refused refused => record with { Standing = TagGateStanding.Refused, Reason = Cut(refused.Reason) },
            ImageGateResult.NotNow later => Delay(record, later, last, now),
            _ => Delay(record, new ImageGateResult.NotNow { Reason = "The check gave no answer." }, last, now),
        };
    }

    private static ImageGateRecord Delay(ImageGateRecord record, ImageGateResult.NotNow later, ImageGateRecord? last, DateTimeOffset now)
    {
        var tries = Math.Min((last?.Tries ?? 0) + 1, int.MaxValue - 1);
        var delay = later.RetryAfter is { } wished ? Clamp(wished, MinRetry, MaxRetry) : Backoff.GetDelay(FirstDelay, MaxDelay, tries);
        return record with { Reason = Cut(later.Reason), Tries = tries, NextTry = TagGateState.ToSecond(now + delay) };
    }

    private static TimeSpan Clamp(TimeSpan time, TimeSpan low, TimeSpan high) => new(Math.Clamp(time.Ticks, low.Ticks, high.Ticks));

    private static string Cut(string? text) => PrintableText.Cut(text ?? "", ImageGateRecord.MaxReason).ToString();
}
