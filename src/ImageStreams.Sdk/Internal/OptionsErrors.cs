using System.Globalization;
using System.Runtime.CompilerServices;

namespace ImageStreams.Internal;

/// <summary>
/// The values of an options object that are out of range, each in a sentence that names the option, its value and the limit.
/// </summary>
internal sealed class OptionsErrors
{
    private const int MaxShown = 256;

    private readonly List<string> _messages;
    private readonly string _path;

    private OptionsErrors(string path, List<string> messages)
    {
        _path = path;
        _messages = messages;
    }

    /// <summary>Returns the sentences about an options object; none when all of its values are in range.</summary>
    public static IReadOnlyList<string> Collect(ICheckedOptions options)
    {
        var errors = new OptionsErrors(options.GetType().Name, []);
        options.Check(errors);
        return errors._messages;
    }

    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static void ThrowIfAny(ICheckedOptions options, [CallerArgumentExpression(nameof(options))] string? name = null)
    {
        var messages = Collect(options);
        if (messages.Count > 0)
        {
            throw new ArgumentOutOfRangeException(name, string.Join(' ', messages));
        }
    }

    public void AtLeast(long value, long least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= least, name, value, $"at least {Show(least)}");

    public void Between(long value, long least, long most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= least && value <= most, name, value, $"between {Show(least)} and {Show(most)}");

    public void Between(double value, double least, double most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= least && value <= most, name, value, $"between {Show(least)} and {Show(most)}");

    public void Between(
        TimeSpan value, TimeSpan least, TimeSpan most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= least && value <= most, name, value, $"between {Show(least)} and {Show(most)}");

    public void AtLeast(TimeSpan value, TimeSpan least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= least, name, value, $"at least {Show(least)}");

    public void Positive(TimeSpan value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value > TimeSpan.Zero, name, value, "more than zero");

    public void Positive(TimeSpan value, TimeSpan most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value > TimeSpan.Zero && value <= most, name, value, $"more than zero and at most {Show(most)}");

    public void Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum => Require(Enum.IsDefined(value), name, value, $"a value of {typeof(TEnum).Name}");

    /// <summary>Reports a value unless it is valid.</summary>
    /// <param name="isValid">True when the value is valid.</param>
    /// <param name="name">The option.</param>
    /// <param name="value">Its value.</param>
    /// <param name="expectation">The limit, to follow "must be".</param>
    public void Require(bool isValid, string name, object? value, string expectation)
    {
        if (!isValid)
        {
            _messages.Add($"{_path}.{name} is {Show(value)} and must be {expectation}.");
        }
    }

    /// <summary>Checks options that are nested in other options.</summary>
    public void Check(ICheckedOptions? options, [CallerArgumentExpression(nameof(options))] string name = "")
    {
        Require(options is not null, name, options, "set");
        options?.Check(new OptionsErrors($"{_path}.{name}", _messages));
    }

    /// <summary>Checks each of several options that are nested in other options.</summary>
    public void CheckEach(
        IEnumerable<ICheckedOptions> options, [CallerArgumentExpression(nameof(options))] string name = "")
    {
        var index = 0;
        foreach (var entry in options)
        {
            Check(entry, $"{name}[{index++}]");
        }
    }

    /// <summary>Hides what comes before an @, which in an address is a user name and a password.</summary>
    private static string WithoutUserInfo(string text) => text.LastIndexOf('@') is >= 0 and var at ? "***" + text[at..] : text;

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"'{PrintableText.Escape(WithoutUserInfo(text), MaxShown)}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
