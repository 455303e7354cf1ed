using System.CommandLine;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The options for what fails a verification.</summary>
internal sealed class LockPolicyOptions
{
    private const int MaxDays = 36500;

    private readonly Option<string[]> _allow = new("--allow")
    {
        Description = "A difference that does not fail: a tag that leads to another image now, or a source that is gone; repeatable.",
        HelpName = "moved|gone",
    };

    private readonly Option<int?> _maxAge = new("--max-age")
    {
        Description = "Fail on images that were created more than this many days ago.",
        HelpName = "DAYS",
    };

    private readonly Option<bool> _signature = new("--require-signature")
    {
        Description = "Fail on images without a signature in their registry. Signatures are found, not verified.",
    };

    public LockPolicyOptions()
    {
        _allow.AcceptOnlyFromAmong("moved", "gone");
        _maxAge.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number is < 0 or > MaxDays)
            {
                result.AddError("--max-age must be from 0 to 36500 days.");
            }
        });
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_allow);
        command.Add(_maxAge);
        command.Add(_signature);
    }

    /// <summary>Reads the policy.</summary>
    public ImageLockPolicy Read(ParseResult parsed)
    {
        var allowed = parsed.GetValue(_allow) ?? [];
        return new ImageLockPolicy
        {
            FailOnMoved = !allowed.Contains("moved"),
            FailOnGone = !allowed.Contains("gone"),
            RequireSignature = parsed.GetValue(_signature),
            MaxAge = parsed.GetValue(_maxAge) is { } days ? TimeSpan.FromDays(days) : null,
        };
    }
}
