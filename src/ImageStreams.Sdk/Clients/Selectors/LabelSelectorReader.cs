using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Parses label selectors in time linear in their length.</summary>
/// <remarks>
/// <para>The grammar of Kubernetes, blanks allowed between all parts:</para>
/// <code>
/// selector    = [ requirement *( "," requirement ) ]
/// requirement = [ "!" ] key
///             | key ( "=" | "==" | "!=" ) [ value ]
///             | key ( "in" | "notin" ) "(" [ value ] *( "," [ value ] ) ")"
///             | key ( "&gt;" | "&lt;" ) integer
/// </code>
/// <para>Keys and values are checked as labels are, so that a selector that can never match is rejected.</para>
/// </remarks>
internal sealed class LabelSelectorReader(string text)
{
    private const string Subject = "label selector";

    /// <summary>The largest length of a label's value.</summary>
    private const int MaxValueLength = 63;

    private readonly SelectorScanner _scanner = new(text, Subject);

    /// <exception cref="ApiException">The text is malformed (<see cref="ApiFailure.BadRequest"/>).</exception>
    public List<LabelRequirement> Read()
    {
        List<LabelRequirement> requirements = [];
        if (_scanner.IsAtEnd)
        {
            return requirements;
        }

        do
        {
            requirements.Add(ReadRequirement());
        }
        while (_scanner.TryTake(","));

        return _scanner.IsAtEnd ? requirements : throw _scanner.Expected("',' or the end");
    }

    private LabelRequirement ReadRequirement()
    {
        if (_scanner.TryTake("!"))
        {
            return new LabelRequirement(ReadKey(), LabelOperator.DoesNotExist, []);
        }

        var key = ReadKey();
        if (TryReadEquality(out var comparison))
        {
            return new LabelRequirement(key, comparison, [ReadValue()]);
        }

        if (_scanner.TryTake(">"))
        {
            return new LabelRequirement(key, LabelOperator.GreaterThan, [], ReadInteger());
        }

        if (_scanner.TryTake("<"))
        {
            return new LabelRequirement(key, LabelOperator.LessThan, [], ReadInteger());
        }

        return _scanner.IsAtEnd || _scanner.IsAt(',')
            ? new LabelRequirement(key, LabelOperator.Exists, [])
            : new LabelRequirement(key, ReadSetOperator(), ReadValues());
    }

    private bool TryReadEquality(out LabelOperator comparison)
    {
        comparison = _scanner.TryTake("!=") ? LabelOperator.NotIn : LabelOperator.In;
        return comparison == LabelOperator.NotIn || _scanner.TryTake("==") || _scanner.TryTake("=");
    }

    private LabelOperator ReadSetOperator() => _scanner.TakeWord() switch
    {
        "in" => LabelOperator.In,
        "notin" => LabelOperator.NotIn,
        _ => throw _scanner.Expected("'=', '==', '!=', 'in', 'notin', '>', '<', ',' or the end"),
    };

    private HashSet<string> ReadValues()
    {
        HashSet<string> values = new(StringComparer.Ordinal);
        if (!_scanner.TryTake("("))
        {
            throw _scanner.Expected("'('");
        }

        do
        {
            values.Add(ReadValue());
        }
        while (_scanner.TryTake(","));

        return _scanner.TryTake(")") ? values : throw _scanner.Expected("',' or ')'");
    }

    private string ReadKey()
    {
        var key = _scanner.TakeWord();
        return QualifiedName.FindProblems(key, "label key").IsEmpty
            ? key
            : throw _scanner.Expected("the name of a label before this place");
    }

    private string ReadValue()
    {
        var value = _scanner.TakeWord();
        return IsValue(value) ? value : throw _scanner.Expected("the value of a label before this place");
    }

    private long ReadInteger() => LabelRequirement.TryReadInteger(_scanner.TakeWord(), out var number)
        ? number
        : throw _scanner.Expected("a whole number before this place");

    /// <summary>Determines whether a label can have that value.</summary>
    private static bool IsValue(string text) =>
        text.Length == 0 || (text.Length <= MaxValueLength && QualifiedName.IsWord(text));
}
