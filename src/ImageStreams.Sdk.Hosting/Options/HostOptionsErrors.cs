using Microsoft.Extensions.Options;

namespace ImageStreams.Hosting;

/// <summary>The values of options that are out of range, each in a sentence that names the option, its value and the limit.</summary>
internal sealed class HostOptionsErrors(string options)
{
    private readonly List<string> _messages = [];

    /// <summary>The result for the host, which does not start with a failure.</summary>
    public ValidateOptionsResult Result =>
        _messages.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_messages);

    public void Require(bool isValid, string name, object? value, string expectation)
    {
        if (!isValid)
        {
            _messages.Add(FormattableString.Invariant($"{options}.{name} is {value ?? "null"} and must be {expectation}."));
        }
    }
}
