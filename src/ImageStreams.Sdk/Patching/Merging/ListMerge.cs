using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Merges the items of an applied list into those of a live one.</summary>
/// <remarks>
/// <para>The order of the applied items holds. Live items that are not applied keep their place before the next live item that
/// is:</para>
/// <code>
/// live     a x b y c
/// applied  c n a        ->  x y c n a ...
/// </code>
/// </remarks>
internal sealed class ListMerge
{
    private readonly FieldSchema.List _list;
    private readonly Func<FieldSchema, JsonSlot, JsonSlot, JsonNode?> _merge;
    private readonly List<ListItem> _live;
    private readonly List<ListItem> _applied;
    private readonly Dictionary<FieldElement, JsonSlot> _liveValues;
    private readonly HashSet<FieldElement> _appliedElements;
    private readonly HashSet<FieldElement> _merged = [];
    private readonly JsonArray _result = [];

    /// <summary>The live items that are applied too, in the order in which they are applied.</summary>
    private readonly Queue<FieldElement> _shared;

    private int _position;

    private ListMerge(
        FieldSchema.List list, JsonArray? live, JsonArray? applied, Func<FieldSchema, JsonSlot, JsonSlot, JsonNode?> merge)
    {
        (_list, _merge) = (list, merge);
        _live = ListItems.Index(list, live);
        _applied = ListItems.Index(list, applied);
        _appliedElements = [.. _applied.Select(item => item.Element)];
        _liveValues = ToValues(_live);
        _shared = new Queue<FieldElement>(_applied.Select(item => item.Element).Where(_liveValues.ContainsKey));
    }

    public static JsonArray Merge(
        FieldSchema.List list, JsonArray? live, JsonArray? applied, Func<FieldSchema, JsonSlot, JsonSlot, JsonNode?> merge) =>
        new ListMerge(list, live, applied, merge).Merge();

    private JsonArray Merge()
    {
        foreach (var item in _applied)
        {
            TakeLiveBefore();
            Take(item.Element, _liveValues.GetValueOrDefault(item.Element), JsonSlot.From(item.Value));
            _merged.Add(item.Element);
            if (_shared.TryPeek(out var next) && next.Equals(item.Element))
            {
                _shared.Dequeue();
            }
        }

        for (; _position < _live.Count; _position++)
        {
            TakeUnlessApplied(_live[_position]);
        }

        return _result;
    }

    /// <summary>Takes the live items up to the next one that is applied.</summary>
    private void TakeLiveBefore()
    {
        while (_position < _live.Count)
        {
            var item = _live[_position];
            if (_shared.TryPeek(out var next) && next.Equals(item.Element))
            {
                return;
            }

            _position++;
            TakeUnlessApplied(item);
            if (_shared.Count == 0 && _merged.Contains(item.Element))
            {
                return;
            }
        }
    }

    private void TakeUnlessApplied(ListItem item)
    {
        if (!_appliedElements.Contains(item.Element))
        {
            Take(item.Element, JsonSlot.From(item.Value), JsonSlot.Absent);
        }
    }

    private void Take(FieldElement element, JsonSlot live, JsonSlot applied) => _result.Add(_merge(_list.Items, live, applied));

    /// <summary>The items by their elements; one that is there twice has no value to merge with.</summary>
    private static Dictionary<FieldElement, JsonSlot> ToValues(List<ListItem> items)
    {
        var values = new Dictionary<FieldElement, JsonSlot>();
        foreach (var item in items)
        {
            values[item.Element] = values.ContainsKey(item.Element) ? JsonSlot.Absent : JsonSlot.From(item.Value);
        }

        return values;
    }
}
