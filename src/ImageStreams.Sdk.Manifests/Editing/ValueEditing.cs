using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Replaces values, written as the text around them: flow style stays flow style, and quotes stay where the text allows.</summary>
internal sealed class ValueEditing(EditContext context)
{
    private EditText Text => context.Text;

    private TextTree Tree => context.Tree;

    /// <summary>Replaces the value of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="slot">The offset after the colon or dash; -1 when it is not known.</param>
    /// <param name="value">The new value.</param>
    /// <param name="depth">The nesting of the value.</param>
    public void Replace(int node, int slot, JsonElement value, int depth)
    {
        if (IsUnchanged(node, value))
        {
            return;
        }

        if (IsInFlow(node) || (IsFlow(node) && Tree.Nodes[node].Next > node + 1 && JsonTexts.IsFilled(value)))
        {
            ReplaceInFlow(node, slot, value, depth);
        }
        else
        {
            new BlockValueEditing(context, node, slot, depth).Replace(value);
        }
    }

    /// <summary>Gets a value indicating whether the value is there already: a collection with the same content, or a scalar that
    /// every reader understands like it.</summary>
    private bool IsUnchanged(int node, JsonElement value)
    {
        var found = Tree.Nodes[node];
        if (found.Kind == TextNodeKind.Alias)
        {
            return false;
        }

        if (found is { Kind: TextNodeKind.Scalar, Style: TextNodeStyle.Plain } && value.ValueKind == JsonValueKind.String)
        {
            return YamlScalarText.IsPlain(Tree.GetText(node), IsInFlow(node)) && value.ValueEquals(Tree.GetTextSpan(node));
        }

        using var document = JsonDocument.Parse(Tree.ToJson(node), JsonEditing.AnyDepth);
        return IsSame(document.RootElement, value);
    }

    private static bool IsSame(JsonElement before, JsonElement after) => before.ValueKind == JsonValueKind.Number
        ? before.GetRawText() == after.GetRawText()
        : JsonElement.DeepEquals(before, after);

    private bool IsFlow(int node) => Tree.Nodes[node].Style == TextNodeStyle.Flow;

    private bool IsInFlow(int node) =>
        Tree.Nodes[node].Parent is >= 0 and var parent ? IsFlow(parent) || IsPairInFlow(parent) : IsFlow(node);

    /// <summary>Gets a value indicating whether a mapping is a pair without braces, <c>[a: b]</c>.</summary>
    private bool IsPairInFlow(int node) => Tree.Nodes[node].Parent is >= 0 and var parent && IsFlow(parent);

    /// <summary>Replaces a value inside of braces or brackets, or one that stays there. The anchor of a scalar goes: the parser does not
    /// know it there.</summary>
    private void ReplaceInFlow(int node, int slot, JsonElement value, int depth)
    {
        var found = Tree.Nodes[node];
        var place = ValueSlot.Find(Text, slot >= 0 ? slot : found.Start, found.Start);
        var isCollection = value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        var start = place.HasAnchor && !isCollection ? slot : place.ValueStart;
        var isOwnExample = IsFlow(node) && found.Next > node + 1;
        var layout = context.Flows.Find(isOwnExample || found.Parent < 0 ? node : found.Parent);
        var text = new FlowWriter(layout).Write(value, Text.GetIndent(start), found.Style);
        context.Patches.Add(start, found.End, (NeedsBlank(start, found) ? " " : "") + text, depth);
        if (place.Tag.Start >= 0 && start != slot)
        {
            context.Patches.Add(place.Tag.Start, place.Tag.End, "", depth);
        }
    }

    /// <summary>Gets a value indicating whether a blank must be put before a value: where none was, and after an anchor.</summary>
    private bool NeedsBlank(int start, in TextNode found)
    {
        var before = start > 0 ? Text.Text[start - 1] : ' ';
        return before == ':' ? start != found.Start || start == found.End : !(char.IsWhiteSpace(before) || "[{,".Contains(before));
    }
}
